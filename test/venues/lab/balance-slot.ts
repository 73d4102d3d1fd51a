import { AbiCoder, keccak256 } from "ethers";
import { expect } from "chai";
import { describe, it } from "mocha";
import { balanceSlot } from "../../../src/venues/chain/lab/balance-slot.ts";
import type { Provider } from "../../../src/venues/chain/rpc.ts";

const TOKEN = `0x${"a".repeat(40)}`;
const [ALICE, BOB] = [`0x${"b".repeat(40)}`, `0x${"c".repeat(40)}`];
const word = (amount: bigint): string => `0x${amount.toString(16).padStart(64, "0")}`;
const place = (types: readonly string[], values: readonly unknown[]): string => keccak256(AbiCoder.defaultAbiCoder().encode(types, values));

/** A chain with one token, which keeps an account's balance where it is told to. */
function fakeChain(placeOf: (account: string) => string | null): { readonly storage: Map<string, string>; readonly provider: Provider } {
  const storage = new Map<string, string>();
  const provider: Provider = {
    async request({ method, params }) {
      const [first, second, third] = params as readonly [string & { data: string }, string, string];
      if (method === "hardhat_setStorageAt") return storage.set(second, third) !== undefined;
      if (method === "eth_getStorageAt") return storage.get(word(BigInt(second))) ?? word(0n);
      const kept = placeOf(`0x${first.data.slice(-40)}`);
      return kept === null ? "0x" : (storage.get(kept) ?? word(0n));
    },
  };
  return { storage, provider };
}

describe("venues: where a token keeps its balances", () => {
  const layouts: Readonly<Record<string, (account: string) => string>> = {
    "a mapping in slot 0": (account) => place(["address", "uint256"], [account, 0n]),
    "a mapping in slot 9, as that of USDC": (account) => place(["address", "uint256"], [account, 9n]),
    "a mapping in slot 50": (account) => place(["address", "uint256"], [account, 50n]),
    "a mapping of Vyper's in slot 3": (account) => place(["uint256", "address"], [3n, account]),
    "the namespace of OpenZeppelin's upgradeable tokens": (account) =>
      place(
        ["address", "uint256"],
        [account, BigInt(place(["uint256"], [BigInt(keccak256(new TextEncoder().encode("openzeppelin.storage.ERC20"))) - 1n])) & ~0xffn],
      ),
  };

  for (const [name, placeOf] of Object.entries(layouts))
    it(`is found in ${name}, and what was written to find it is put back`, async () => {
      const { storage, provider } = fakeChain(placeOf);
      storage.set(placeOf(ALICE), word(7n));
      const write = await balanceSlot(provider, TOKEN, ALICE);
      expect([...storage].filter(([, value]) => value !== word(0n))).to.deep.equal([[placeOf(ALICE), word(7n)]]);
      await write?.(BOB, 123n);
      expect(storage.get(placeOf(BOB))).to.equal(word(123n));
    });

  it("is not found further on, nor where a balance is no word of storage", async () => {
    for (const placeOf of [(account: string) => place(["address", "uint256"], [account, 51n]), () => null]) {
      const { storage, provider } = fakeChain(placeOf);
      expect(await balanceSlot(provider, TOKEN, ALICE)).to.equal(null);
      expect([...storage.values()].every((value) => value === word(0n))).to.equal(true);
    }
  });
});
