import type { BrokenQuote, FeeReading } from "../../../../core/probe-result.ts";
import type { Side } from "../../../../core/words.ts";
import type { PairTerms } from "../../pool-binding.ts";
import { wordAt } from "../../rpc.ts";
import { selector } from "../../selectors.ts";
import type { PoolLab } from "../pool-lab.ts";
import { largestOutput } from "./largest-output.ts";
import { partOf } from "./part-of.ts";
import { refused } from "./refused.ts";
import { reservesOf } from "./reserves-of.ts";
import { trySwap } from "./try-swap.ts";

/** Of the reserve of what is paid in. */
const CHARGED = [0.001, 0.01, 0.1] as const;
const QUOTED = [0.0001, 0.001, 0.01, 0.1, 0.3] as const;
const MILLION = 1_000_000;

/**
 * What a swap really costs against what is said. The fee that the pair insists on follows from the most that it lets go of for a payment, asked around the router: 1 − e/in with e = out·x/(y − out), the
 * input that would buy as much without a fee (Adams et al. 2020, equation 11, solved for the fee). For a pool that is no constant product it contains the difference of the curves.
 * Quotes are held against the swaps that were quoted, to the unit.
 */
export async function feeReading(lab: PoolLab, terms: PairTerms): Promise<FeeReading> {
  const stated = await statedFee(lab, terms);
  const charged: { side: Side; share: number; fee: number }[] = [];
  const broken: BrokenQuote[] = [];
  let [quotes, quoteGap] = [0, 0];
  for (const side of ["sell", "buy"] as const) {
    const kept = side === "buy" ? 1 - (terms.transferFee ?? 0) : 1;
    for (const share of CHARGED) charged.push({ side, share, fee: await chargedFee(lab, side, share, kept) });
    for (const share of QUOTED) {
      const amountIn = partOf(reservesOf(await lab.state(), side).reserveIn, share);
      const quoted = await lab.quote(side, amountIn);
      const { amountOut, reason } = await trySwap(lab, side, amountIn);
      quotes += 1;
      if (amountOut === quoted) continue;
      quoteGap = Math.max(quoteGap, gapOf(quoted, amountOut));
      const brought = amountOut === null ? null : String(amountOut);
      broken.push({ side, share, quoted: String(quoted), brought, reason: amountOut === null ? (reason ?? "without a reason") : null });
    }
  }
  const gap = stated === null ? null : charged.reduce((most, { fee }) => Math.max(most, Math.abs(fee - stated)), 0);
  return { stated, charged, gap, quotes, quoteGap, broken };
}

/** Of what was quoted; 1 where the swap was refused, or where there was no quote. */
function gapOf(quoted: bigint, brought: bigint | null): number {
  if (brought === null || quoted === 0n) return 1;
  return Math.abs(Number(brought - quoted)) / Number(quoted);
}

/** Where it is always the same, the terms say it; otherwise the pair does, or nobody. */
async function statedFee(lab: PoolLab, { fee, feeGetter, whole = MILLION }: PairTerms): Promise<number | null> {
  if (feeGetter === undefined) return fee;
  const answer = await lab.read(lab.places.pair, selector(feeGetter));
  if (answer === null || answer.length < 66) throw refused(feeGetter, undefined);
  return Number(wordAt(answer, 0)) / whole;
}

/** @param kept share of a payment that arrives */
async function chargedFee(lab: PoolLab, side: Side, share: number, kept: number): Promise<number> {
  const { reserveIn, reserveOut } = reservesOf(await lab.state(), side);
  const amountIn = partOf(reserveIn, share);
  const quoted = await lab.quote(side, amountIn);
  const close = quoted / 10n ** 10n + 1n;
  const out = await largestOutput(lab, side, amountIn, quoted, close, close);
  const taken = Number(out) / Number(reserveOut);
  return 1 - ((taken / (1 - taken)) * Number(reserveIn)) / (kept * Number(amountIn));
}
