import { call } from "./random-acts.ts";
import type { Visit } from "./visit.ts";

/** Base, quote and wei of an address as the node has them, smallest units. */
export async function holdingsOf(guest: Visit, address: string): Promise<readonly bigint[]> {
  const of = async (token: string): Promise<bigint> =>
    BigInt((await guest.ask("eth_call", [{ to: token, data: call("balanceOf(address)", address) }, "latest"])) as string);
  const { weth = "", usdc = "" } = guest.addresses;
  return [await of(weth), await of(usdc), BigInt((await guest.ask("eth_getBalance", [address, "latest"])) as string)];
}
