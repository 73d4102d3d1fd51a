import { AbiCoder, keccak256 } from "ethers";
import { addressWord, type Provider, quantity, word } from "../rpc.ts";
import { selector } from "../selectors.ts";

/** Slots of a token's first variables, and where OpenZeppelin's upgradeable ERC-20 keeps its balances (ERC-7201, namespace openzeppelin.storage.ERC20). */
const MOST = 50;
const NAMESPACED = BigInt("0x52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace00");
/** An amount that nobody holds by chance. */
const MARK = 0x1234_5678_9abcn;

/** Writes what an account holds of a token. */
export type WriteBalance = (account: string, amount: bigint) => Promise<void>;

/**
 * Where a token keeps its balances, found by writing a mark to every likely place and asking `balanceOf`: a mapping in one of the first 51 slots, keyed as Solidity does, keccak256(account, slot), or as Vyper does,
 * keccak256(slot, account). All that was written is put back.
 *
 * @param account that is asked about
 * @returns null where there is no such place
 */
export async function balanceSlot(provider: Provider, token: string, account: string): Promise<WriteBalance | null> {
  const write = (place: string, value: string): Promise<unknown> =>
    provider.request({ method: "hardhat_setStorageAt", params: [token, place, value] });
  const slots = [...Array.from({ length: MOST + 1 }, (_, slot) => BigInt(slot)), NAMESPACED];
  for (const slot of slots)
    for (const placeOf of [solidityPlace, vyperPlace]) {
      const place = placeOf(account, slot);
      const before = (await provider.request({ method: "eth_getStorageAt", params: [token, quantity(BigInt(place)), "latest"] })) as string;
      await write(place, `0x${word(MARK)}`);
      const isFound = (await balanceOf(provider, token, account)) === MARK;
      await write(place, before);
      if (isFound) return async (who, amount) => void (await write(placeOf(who, slot), `0x${word(amount)}`));
    }
  return null;
}

function solidityPlace(account: string, slot: bigint): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode(["address", "uint256"], [account, slot]));
}

function vyperPlace(account: string, slot: bigint): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode(["uint256", "address"], [slot, account]));
}

async function balanceOf(provider: Provider, token: string, account: string): Promise<bigint | null> {
  try {
    const data = selector("balanceOf(address)") + addressWord(account);
    const answer = (await provider.request({ method: "eth_call", params: [{ to: token, data }, "latest"] })) as string;
    return answer.length < 66 ? null : BigInt(answer.slice(0, 66));
  } catch {
    return null;
  }
}
