import { InputError } from "../../../core/errors.ts";
import { ownArtifact } from "../artifacts.ts";
import { DEPLOYER, walletAddress } from "../layout.ts";
import type { PairTerms } from "../pool-binding.ts";
import { routerWords } from "../router-words.ts";
import { addressWord, type Provider, quantity, wordAt } from "../rpc.ts";
import { selector } from "../selectors.ts";
import { balanceSlot } from "./balance-slot.ts";
import { admitWallets, LAB_WALLETS, type LabPlaces, PoolLab } from "./pool-lab.ts";
import { type StandingPair, standingPair } from "./standing-pair.ts";

/** How a pair that stands already is to be taken. */
export interface AttachOptions {
  /** How its swaps are quoted; a fee of 0.3 % when absent. */
  readonly terms?: PairTerms;
  /** Which of its tokens is the base, whose price is in the other: its address, or "token0" or "token1"; token0 when absent. */
  readonly base?: string;
  /** Gives an account an amount of a token, in its smallest unit; when absent, the place where the token keeps balances is looked for, and written to. */
  readonly fund?: (token: string, to: string, amount: bigint) => Promise<void>;
}

const GAS = 8_000_000;
const PURSE = 10n ** 24n;
/** Each wallet gets so many times what the pair holds of either token, and something even of one that holds nothing. */
const TIMES = 100n;
const LEAST = 10n ** 12n;
const PUBLISHED: PairTerms = { fee: 0.003 };

/**
 * A laboratory around a pair that stands already, on a chain of Hardhat's that is somebody's: a router is deployed beside it and the wallets are given both tokens. While it is open, blocks are mined on request
 * alone, and their times go on from the chain's own. Closing it takes everything back, blocks and balances, and lets the chain mine as it did.
 *
 * @param provider of a network of Hardhat's, a fork among them
 * @throws InputError `POOL_NETWORK`, `POOL_ADDRESS`, `POOL_NO_CODE`, `POOL_ABI`, `POOL_TOKENS`, and `TOKEN_BALANCE` where a token cannot be handed out; the chain is then left as it was
 */
export async function attachPoolLab(provider: Provider, address: string, options: AttachOptions = {}): Promise<PoolLab> {
  const pair = await standingPair(provider, address);
  const [base, quote] = tokensOf(pair, options.base);
  const restore = await borrow(provider);
  try {
    for (const token of [base, quote]) await fundWallets(provider, token, pair.address, options.fund);
    await provider.request({ method: "evm_setAutomine", params: [false] });
    const latest = (await provider.request({ method: "eth_getBlockByNumber", params: ["latest", false] })) as { timestamp: string };
    const time = Number(BigInt(latest.timestamp)) + 1;
    const baseIsToken0 = base === pair.token0;
    const router = await deployRouter(provider, pair, options.terms ?? PUBLISHED, baseIsToken0, time);
    const places: LabPlaces = { pair: pair.address, router, base, quote, baseIsToken0 };
    const lab = new PoolLab(provider, places, time, restore);
    for (const { success, reason } of await lab.block(await admitWallets(provider, places), 1))
      if (!success) throw new InputError("POOL_REFUSES", `a token refuses an allowance: ${reason ?? "without a reason"}`);
    return lab;
  } catch (error) {
    await restore();
    throw error;
  }
}

/** Base and quote. */
function tokensOf({ token0, token1, address }: StandingPair, base = "token0"): readonly [string, string] {
  if (token0 === token1)
    throw new InputError("POOL_TOKENS", "both tokens of the pool are the same", { value: token0, allowed: "a pair of two tokens" });
  const wanted = base.toLowerCase();
  if (wanted === "token0" || wanted === token0) return [token0, token1];
  if (wanted === "token1" || wanted === token1) return [token1, token0];
  throw new InputError("POOL_TOKENS", `the base is none of the tokens of the pool at ${address}`, {
    value: base,
    allowed: `${token0} or ${token1}, which are token0 and token1`,
  });
}

/** Takes the chain over; what it gives back undoes that and all that came after it. @throws InputError `POOL_NETWORK` */
async function borrow(provider: Provider): Promise<() => Promise<void>> {
  let isAutomatic: unknown;
  try {
    isAutomatic = await provider.request({ method: "hardhat_getAutomine" });
  } catch {
    throw new InputError("POOL_NETWORK", "the network is none of Hardhat's, and nothing can be taken back on it", {
      allowed: "a network of Hardhat's, such as one that forks the chain on which the pool stands",
    });
  }
  const snapshot = await provider.request({ method: "evm_snapshot" });
  // What somebody's own function sends is mined at once.
  await provider.request({ method: "evm_setAutomine", params: [true] });
  const accounts = [DEPLOYER, ...LAB_WALLETS.map((who) => walletAddress(`lab-${who}`))];
  let isOpen = true;
  return async () => {
    if (!isOpen) return;
    isOpen = false;
    await provider.request({ method: "evm_revert", params: [snapshot] });
    for (const account of accounts) await provider.request({ method: "hardhat_stopImpersonatingAccount", params: [account] });
    await provider.request({ method: "evm_setAutomine", params: [isAutomatic] });
  };
}

async function deployRouter(
  provider: Provider,
  pair: StandingPair,
  terms: PairTerms,
  baseIsToken0: boolean,
  time: number,
): Promise<string> {
  await provider.request({ method: "hardhat_impersonateAccount", params: [DEPLOYER] });
  await provider.request({ method: "hardhat_setBalance", params: [DEPLOYER, quantity(PURSE)] });
  const data = ownArtifact("PairRouter").bytecode + addressWord(pair.address) + routerWords(terms, baseIsToken0);
  const transaction = { from: DEPLOYER, data, gas: quantity(GAS), maxFeePerGas: "0x0", maxPriorityFeePerGas: "0x0" };
  const hash = await provider.request({ method: "eth_sendTransaction", params: [transaction] });
  await provider.request({ method: "hardhat_setNextBlockBaseFeePerGas", params: ["0x0"] });
  await provider.request({ method: "evm_mine", params: [quantity(time)] });
  const receipt = (await provider.request({ method: "eth_getTransactionReceipt", params: [hash] })) as {
    status: string;
    contractAddress: string | null;
  } | null;
  if (receipt?.status !== "0x1" || receipt.contractAddress === null)
    throw new InputError("POOL_REFUSES", "a router cannot be deployed beside the pool", { value: pair.address });
  return receipt.contractAddress.toLowerCase();
}

/** @throws InputError `TOKEN_BALANCE` */
async function fundWallets(provider: Provider, token: string, pair: string, fund: AttachOptions["fund"]): Promise<void> {
  const held = await balanceOf(provider, token, pair);
  const amount = TIMES * held + LEAST;
  const wallets = LAB_WALLETS.map((who) => walletAddress(`lab-${who}`));
  const own = fund === undefined ? await balanceSlot(provider, token, wallets[0]!) : null;
  for (const to of wallets) {
    if (fund !== undefined) await fund(token, to, amount);
    else await own?.(to, amount);
    if ((await balanceOf(provider, token, to)) < amount)
      throw new InputError(
        "TOKEN_BALANCE",
        fund === undefined ? "it was not found where a token keeps its balances" : "an account has less of a token than it was to be given",
        {
          value: token,
          allowed: "a function fund(token, to, amount) that hands the token out, such as by a transfer of somebody who holds it",
        },
      );
  }
}

async function balanceOf(provider: Provider, token: string, account: string): Promise<bigint> {
  const data = selector("balanceOf(address)") + addressWord(account);
  const answer = (await provider.request({ method: "eth_call", params: [{ to: token, data }, "latest"] })) as string;
  return wordAt(answer, 0);
}
