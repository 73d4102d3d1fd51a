import { InputError } from "../../../core/errors.ts";
import { addressWord, type Provider, quantity } from "../rpc.ts";
import { selector } from "../selectors.ts";

/** A pair that stands on a chain, as it says itself. Addresses are lower case. */
export interface StandingPair {
  readonly address: string;
  readonly token0: string;
  readonly token1: string;
}

/** Nobody's account. */
const NOBODY = `0x${"0".repeat(39)}1`;
const NO_WORDS = "";

/** Functions that a laboratory calls, arguments that do no harm, and whether they answer a word. */
const FUNCTIONS: readonly (readonly [signature: string, words: string, answers: boolean])[] = [
  ["token0()", NO_WORDS, true],
  ["token1()", NO_WORDS, true],
  ["getReserves()", NO_WORDS, true],
  ["totalSupply()", NO_WORDS, true],
  ["balanceOf(address)", addressWord(NOBODY), true],
  ["approve(address,uint256)", addressWord(NOBODY) + "0".repeat(64), false],
  ["transfer(address,uint256)", addressWord(NOBODY) + "0".repeat(64), false],
  ["transferFrom(address,address,uint256)", addressWord(NOBODY).repeat(2) + "0".repeat(64), false],
  ["mint(address)", addressWord(NOBODY), false],
  ["burn(address)", addressWord(NOBODY), false],
  ["swap(uint256,uint256,address,bytes)", "0".repeat(128) + addressWord(NOBODY) + "80".padStart(64, "0") + "0".repeat(64), false],
  ["sync()", NO_WORDS, false],
];

/**
 * The pair at an address. A function is missing where a call of it reverts without a word and the code nowhere names it, or where it answers nothing though it should.
 *
 * @throws InputError `POOL_ADDRESS`, `POOL_NO_CODE`, and `POOL_ABI` naming all functions that are missing
 */
export async function standingPair(provider: Provider, given: string): Promise<StandingPair> {
  if (!/^0x[0-9a-f]{40}$/i.test(given))
    throw new InputError("POOL_ADDRESS", "this is no address", { value: given, allowed: "0x and 40 hexadecimal digits" });
  const address = given.toLowerCase();
  const code = (await provider.request({ method: "eth_getCode", params: [address, "latest"] })) as string;
  if (code === "0x")
    throw new InputError("POOL_NO_CODE", "there is no contract at the address of the pool", {
      value: given,
      allowed:
        "the address of a pair on the network that is probed; a network of Hardhat's begins empty unless it forks one, and --network says which it is",
    });
  const missing: string[] = [];
  for (const [signature, words, answers] of FUNCTIONS)
    if (!(await isThere(provider, address, code, signature, words, answers))) missing.push(signature);
  if (missing.length > 0)
    throw new InputError("POOL_ABI", `what stands there is not shaped like a Uniswap V2 pair: it lacks ${missing.join(", ")}`, {
      value: given,
      allowed: "a contract that has them",
    });
  const token = async (signature: string): Promise<string> => {
    const answer = (await provider.request({
      method: "eth_call",
      params: [{ to: address, data: selector(signature) }, "latest"],
    })) as string;
    return `0x${answer.slice(26, 66)}`.toLowerCase();
  };
  return { address, token0: await token("token0()"), token1: await token("token1()") };
}

async function isThere(provider: Provider, to: string, code: string, signature: string, words: string, answers: boolean): Promise<boolean> {
  const name = selector(signature);
  try {
    const answer = (await provider.request({
      method: "eth_call",
      params: [{ from: NOBODY, to, data: name + words, gas: quantity(5_000_000) }, "latest"],
    })) as string;
    return !answers || answer.length >= 66;
  } catch (error) {
    return saysSomething(error) || code.includes(name.slice(2));
  }
}

/** Whether a revert has a reason. */
function saysSomething(error: unknown): boolean {
  const data: unknown = (error as { data?: unknown }).data;
  const inner = typeof data === "string" ? data : (data as { data?: unknown } | undefined)?.data;
  return typeof inner === "string" && inner.length > 2;
}
