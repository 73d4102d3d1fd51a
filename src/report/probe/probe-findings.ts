import type { HostileCase, ProbeReadings } from "../../core/probe-result.ts";
import { decimal, percent, significant, signedPercent } from "../number-format.ts";

/** A fee, a quote or an average that is off by less is what it says it is. */
const EXACT = 1e-6;
/** A victim of a hostile first deposit that loses less has lost to rounding. */
const SMALL_LOSS = 0.005;

/** What stands out in the readings of a pool, a sentence each; none for a sound one. */
export function probeFindings(readings: ProbeReadings): readonly string[] {
  return [...fees(readings), ...trades(readings), ...shares(readings), ...hostile(readings)];
}

function fees({ fee: { value: fee } }: ProbeReadings): readonly string[] {
  if (fee === null) return [];
  const sentences: string[] = [];
  if (fee.stated !== null && fee.gap !== null && fee.gap > EXACT) {
    const [first] = [...fee.charged].sort((a, b) => Math.abs(b.fee - (fee.stated ?? 0)) - Math.abs(a.fee - (fee.stated ?? 0)));
    sentences.push(
      `A swap is said to leave ${percent(fee.stated, 4)} in the pool, and the pair lets it go for ${percent(first?.fee ?? NaN, 4)} (${sideWord(first?.side)} of ${percent(first?.share ?? NaN, 1)} of the reserve).`,
    );
  }
  const [worst] = [...fee.broken].sort((a, b) => differenceOf(b.quoted, b.brought) - differenceOf(a.quoted, a.brought));
  if (worst !== undefined)
    sentences.push(
      `${fee.broken.length} of ${fee.quotes} quotes are not kept: ${sideWord(worst.side)} of ${percent(worst.share, 2)} of the reserve is quoted ${worst.quoted} smallest units, and the swap ${
        worst.brought === null ? `is refused (${worst.reason ?? "without a reason"})` : `brings ${worst.brought}`
      }.`,
    );
  return sentences;
}

function trades({
  sandwich: { value: sandwich },
  push: { value: push },
  oracle: { value: oracle },
  rounding: { value: rounding },
}: ProbeReadings): readonly string[] {
  const sentences: string[] = [];
  if (sandwich?.breakEven !== null && sandwich !== null && sandwich.breakEven <= EXACT)
    sentences.push("A sandwich around the smallest victim pays before gas.");
  const cheapest =
    push?.filter(({ move }) => Math.abs(move) === 0.05).reduce((least, { cost }) => Math.min(least, cost), Infinity) ?? Infinity;
  if (cheapest <= EXACT)
    sentences.push(`Moving the price by 5 % and back costs ${percent(Math.max(0, cheapest), 4)} of the pool's value: nothing to speak of.`);
  if (oracle !== null && Math.abs(oracle.inBlock) > EXACT)
    sentences.push(
      `A price that is lifted by ${percent(oracle.push, 0)} and let go within one block moves the average of half an hour by ${signedPercent(oracle.inBlock, 3)}; sound accumulators do not see it.`,
    );
  if (rounding !== null && rounding.largestLoss > 0)
    sentences.push(
      `A swap of ${decimal(rounding.payment)} smallest units takes ${significant(rounding.largestLoss)} units more than it pays for, ${significant(rounding.worth)} in quote: the pool rounds in the trader's favour.`,
    );
  if (rounding !== null && rounding.roundTrip > 0)
    sentences.push(`There and back again through the router brings ${significant(rounding.roundTrip)} smallest units more than was paid.`);
  return sentences;
}

function shares({ firstDeposit: { value: first }, skim: { value: skim } }: ProbeReadings): readonly string[] {
  const sentences: string[] = [];
  if (first !== null && first.victimLoss > SMALL_LOSS) {
    const [worst] = [...first.tried].sort((a, b) => b.victimLoss - a.victimLoss);
    sentences.push(
      `Who is first with ${decimal(first.first)} ${first.first === 1 ? "unit" : "units"} of both tokens and donates ${percent(worst?.donation ?? NaN, 0)} of the next deposit makes its owner lose ${percent(first.victimLoss, 1)} of it.`,
    );
  }
  if (skim !== null && skim.taken > 0)
    sentences.push(`A stranger takes ${percent(skim.taken, 2)} of the pool by skim, beyond what lies above its reserves.`);
  if (skim !== null && !skim.isExact) sentences.push("After skim the pair does not hold exactly its reserves.");
  if (skim !== null && !skim.isSynced) sentences.push("After sync the reserves are not what the pair holds, or somebody was paid.");
  return sentences;
}

function hostile({ hostile: { value } }: ProbeReadings): readonly string[] {
  const bad = (value?.cases ?? []).filter(({ isWhole, isClean }) => !isWhole || !isClean);
  const byToken = new Map<string, HostileCase[]>();
  for (const each of bad) byToken.set(each.token, [...(byToken.get(each.token) ?? []), each]);
  const byEnd = new Map<string, string[]>();
  for (const [token, cases] of byToken) {
    const end = cases.some(({ isWhole }) => !isWhole) ? "the pool is left short" : "the end is not clean";
    const what = `${end} by ${cases.map(({ operation }) => operation).join(", ")}`;
    byEnd.set(what, [...(byEnd.get(what) ?? []), token]);
  }
  return [...byEnd].map(([what, tokens]) => `With a token that ${tokens.join(", or ")}: ${what}.`);
}

function sideWord(side: "sell" | "buy" | undefined): string {
  return side === "buy" ? "a purchase" : "a sale";
}

/** Over what was quoted; the most where nothing was brought. */
function differenceOf(quoted: string, brought: string | null): number {
  return brought === null ? Number.MAX_VALUE : Math.abs(Number(brought) - Number(quoted)) / Number(quoted);
}
