import type { PriceE8 } from "../core/words.ts";
import { ownArtifact } from "../venues/chain/artifacts.ts";
import { walletAddress, ZERO_ADDRESS } from "../venues/chain/layout.ts";
import { addressWord, type Provider, word } from "../venues/chain/rpc.ts";

/** Where the reference price can be read on the chain, as `priceE8()`. */
export const FEED = walletAddress("feed");

/** Its one variable is the first: the keeper, nobody, is in the bytecode. */
const PRICE_SLOT = "0x0";

/** Puts the feed on the chain, without a transaction. */
export async function placeFeed(provider: Provider, price: PriceE8): Promise<void> {
  const data = ownArtifact("FeedOracle").bytecode + addressWord(ZERO_ADDRESS) + word(price);
  const code = await provider.request({ method: "eth_call", params: [{ data }, "latest"] });
  await provider.request({ method: "hardhat_setCode", params: [FEED, code] });
  await setFeed(provider, price);
}

/** Lets the feed say another price from now on. */
export async function setFeed(provider: Provider, price: PriceE8): Promise<void> {
  await provider.request({ method: "hardhat_setStorageAt", params: [FEED, PRICE_SLOT, `0x${word(price)}`] });
}
