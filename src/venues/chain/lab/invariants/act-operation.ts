import type { Amounts } from "../../../../amm/uniswap-v2.ts";
import type { SwapFee } from "../../../../core/words.ts";
import type { LabCall } from "../pool-lab.ts";
import { actHostileFirstDeposit } from "./act-hostile-first-deposit.ts";
import { actSwap } from "./act-swap.ts";
import { largestOutput } from "./largest-output.ts";
import type { PoolOperation } from "./pool-operation.ts";
import type { PoolStage } from "./pool-stage.ts";
import { excessOf } from "./excess-of.ts";
import { isEmpty } from "./is-empty.ts";
import { type Size, sizesOf } from "./sizes-of.ts";

const FEELESS: SwapFee = { kept: 1n, whole: 1n };

/** Carries out an operation, step by step, with amounts that follow from the pool as it is found; does nothing where there is nothing to be done. */
export async function actOperation(stage: PoolStage, operation: PoolOperation): Promise<void> {
  const { lab, now } = stage;
  const { kind, who, side } = operation;
  const sizes = sizesOf(now, operation);
  switch (kind) {
    case "swap":
      if (!isEmpty(now)) await actSwap(stage, who, side, sizes[side === "sell" ? "base" : "quote"], true);
      return;
    case "round-trip":
      return roundTrip(stage, operation, sizes);
    case "deposit":
      await deposit(stage, operation, true);
      return;
    case "uneven-deposit":
      return unevenDeposit(stage, operation);
    case "withdrawal": {
      const liquidity = sizes.liquidity;
      if (liquidity > 0n) await stage.step({ kind: "withdrawal", who, calls: [lab.removeCall(who, liquidity)] }, true);
      return;
    }
    case "deposit-and-withdrawal":
    case "uneven-deposit-and-withdrawal":
      return depositAndWithdraw(stage, operation);
    case "exact-swap":
    case "overdrawn-swap":
    case "feeless-swap":
    case "same-token-swap":
      return probe(stage, operation, sizes);
    case "unpaid-swap": {
      const asked = side === "sell" ? { base: 0n, quote: sizes.quote } : { base: sizes.base, quote: 0n };
      if (!isEmpty(now)) await stage.step({ kind: "raw-swap", who, calls: [lab.rawSwapCall(who, asked)], asked }, true);
      return;
    }
    case "donation": {
      const asset = side === "sell" ? "base" : "quote";
      await stage.step({ kind: "transfer", who, calls: [lab.sendCall(who, asset, "pair", sizes[asset])] }, true);
      return;
    }
    case "skim":
      await skim(stage, operation);
      return;
    case "sync":
      await stage.step({ kind: "sync", who, calls: [lab.pairCall(who, "sync()", [])] }, true);
      return;
    case "hostile-first-deposit":
      if (now.supply === 0n) await actHostileFirstDeposit(stage, operation, sizes);
      return;
    case "wait":
  }
}

async function roundTrip(stage: PoolStage, { who, side }: PoolOperation, sizes: Size): Promise<void> {
  const { now } = stage;
  if (isEmpty(now)) return;
  const [tokenIn, tokenOut] = side === "sell" ? (["base", "quote"] as const) : (["quote", "base"] as const);
  const there = await actSwap(stage, who, side, sizes[tokenIn], false);
  const brought = there.wallets[who][tokenOut] - now.wallets[who][tokenOut];
  if (brought > 0n) await actSwap(stage, who, side === "sell" ? "buy" : "sell", brought, true);
}

/** Both tokens as the router fits them. */
async function deposit(stage: PoolStage, operation: PoolOperation, ends: boolean): Promise<void> {
  const { base, quote } = sizesOf(stage.now, operation);
  await stage.step({ kind: "deposit", who: operation.who, calls: [stage.lab.addCall(operation.who, base, quote)] }, ends);
}

/** Both tokens in any proportion; what a pair that refuses them has been sent is fetched back. */
async function unevenDeposit(stage: PoolStage, operation: PoolOperation): Promise<void> {
  const { who } = operation;
  const refused = await mint(stage, operation);
  const excess = excessOf(refused);
  if (excess.base > 0n || excess.quote > 0n) await skim(stage, { who });
}

async function mint(stage: PoolStage, operation: PoolOperation): Promise<PoolStage["now"]> {
  const { lab, now } = stage;
  const { who } = operation;
  const { base, quote } = sizesOf(now, operation);
  const calls: LabCall[] = [lab.sendCall(who, "base", "pair", base), lab.sendCall(who, "quote", "pair", quote)];
  return stage.step({ kind: "deposit", who, calls: [...calls, lab.pairCall(who, "mint(address)", [lab.address(who)])] });
}

async function depositAndWithdraw(stage: PoolStage, operation: PoolOperation): Promise<void> {
  const { who, kind } = operation;
  const before = stage.now.liquidity[who];
  if (kind === "deposit-and-withdrawal") await deposit(stage, operation, false);
  else await mint(stage, operation);
  const minted = stage.now.liquidity[who] - before;
  if (minted > 0n) await stage.step({ kind: "withdrawal", who, calls: [stage.lab.removeCall(who, minted)] }, true);
}

/** Pays, and asks the pair itself for the most that is due, or for more; what it did not take is fetched back. */
async function probe(stage: PoolStage, { kind, who, side }: PoolOperation, sizes: Size): Promise<void> {
  const { lab } = stage;
  if (isEmpty(stage.now)) return;
  const [tokenIn, other] = side === "sell" ? (["base", "quote"] as const) : (["quote", "base"] as const);
  const paid = await stage.step({ kind: "transfer", who, calls: [lab.sendCall(who, tokenIn, "pair", sizes[tokenIn])] });
  const tokenOut = kind === "same-token-swap" ? tokenIn : other;
  const most = (fee: SwapFee): bigint => largestOutput(paid.reserves, excessOf(paid), tokenOut, fee);
  const due = most(paid.fee ?? FEELESS);
  const amount = kind === "exact-swap" ? due : kind === "feeless-swap" ? larger(most(FEELESS), due + 1n) : due + 1n;
  if (amount > 0n && amount < paid.reserves[tokenOut]) {
    const asked: Amounts = tokenOut === "base" ? { base: amount, quote: 0n } : { base: 0n, quote: amount };
    const isDue = kind === "exact-swap" && paid.fee !== null;
    await stage.step({ kind: "raw-swap", who, calls: [lab.rawSwapCall(who, asked)], asked, isDue });
  }
  const left = excessOf(stage.now);
  if (left.base > 0n || left.quote > 0n) await skim(stage, { who });
}

async function skim(stage: PoolStage, { who }: Pick<PoolOperation, "who">): Promise<void> {
  const { lab } = stage;
  await stage.step({ kind: "skim", who, calls: [lab.pairCall(who, "skim(address)", [lab.address(who)])] }, true);
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
