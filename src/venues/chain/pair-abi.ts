import { id, Interface } from "ethers";
import { InputError } from "../../core/errors.ts";

/** What a crash asks of a pair, by signature. */
const FUNCTIONS = [
  "token0()",
  "token1()",
  "getReserves()",
  "totalSupply()",
  "balanceOf(address)",
  "approve(address,uint256)",
  "transfer(address,uint256)",
  "transferFrom(address,address,uint256)",
  "mint(address)",
  "burn(address)",
  "swap(uint256,uint256,address,bytes)",
  "sync()",
] as const;

/** What it hears from it. */
const EVENTS = [
  "Transfer(address,address,uint256)",
  "Sync(uint112,uint112)",
  "Swap(address,uint256,uint256,uint256,uint256,address)",
] as const;

/**
 * @param getters further functions that the pair's terms name
 * @throws InputError `POOL_ABI` for a pair that lacks a function or an event, naming all that are missing
 */
export function checkPairAbi(name: string, abi: readonly unknown[], getters: readonly string[]): void {
  const pair = new Interface(abi as ConstructorParameters<typeof Interface>[0]);
  const functions = [...FUNCTIONS, ...getters].filter((signature) => pair.getFunction(id(signature).slice(0, 10)) === null);
  const events = EVENTS.filter((signature) => pair.getEvent(id(signature)) === null);
  const missing = [...functions, ...events.map((signature) => `the event ${signature}`)];
  if (missing.length === 0) return;
  throw new InputError("POOL_ABI", `the pool ${name} is not shaped like a Uniswap V2 pair: it lacks ${missing.join(", ")}`, {
    value: name,
    allowed: "a contract that has them, or a wrapper around it that does",
  });
}
