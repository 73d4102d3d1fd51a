import type { BookName } from "../../core/result.ts";
import type { Estimate, SweepBook, SweepCell, SweepSummary } from "../../core/sweep-summary.ts";
import { lineLabels } from "../line-labels.ts";
import { percent } from "../number-format.ts";
import { unitText } from "../unit-text.ts";
import { bookOf } from "./book-of.ts";
import { chosenBooks } from "./chosen-books.ts";
import { differenceOf } from "./difference-of.ts";
import { estimateEvidence } from "./estimate-evidence.ts";
import { evidenceBasis } from "./evidence-basis.ts";
import { fittingDigits } from "./fitting-digits.ts";
import { mainTail } from "./main-tail.ts";
import { scaleEstimate } from "./scale-estimate.ts";
import type { SweepFinding } from "./sweep-finding.ts";
import { tailOf } from "./tail-of.ts";
import { verdict } from "./verdict.ts";

/** What a sweep of one cell found; a sentence is left out where the books that it speaks of are missing. */
export function findInCell(summary: SweepSummary, cell: SweepCell): readonly SweepFinding[] {
  const basis = evidenceBasis(summary.paths);
  return [
    whoIsAhead(cell, basis),
    whatFeesPay(cell, basis),
    worstPaths(summary, cell),
    whatTheHedgeDoes(cell, basis),
    theDesk(cell, basis),
    theInsurer(summary, cell, basis),
  ].filter((finding) => finding !== null);
}

function whoIsAhead(cell: SweepCell, basis: string): SweepFinding | null {
  const difference = differenceOf(cell, "hedged-lp", "option-twin");
  if (difference === undefined) return null;
  const share = scaleEstimate(difference, 100 / cell.startCapital);
  const size = `${dollars(Math.abs(difference.mean))}, ${percent(Math.abs(share.mean) / 100, fittingDigits([share.standardError], 2, 4))} of the start capital`;
  const sense = difference.mean >= 0 ? "better" : "worse";
  const evidence = `${estimateEvidence("hedged-lp.total − option-twin.total", difference)}; ${basis}`;
  switch (verdict(difference)) {
    case "a single path":
      return {
        sentence: `On this one path the hedged LP did ${sense} than the options desk by ${size}; one path says nothing of the next.`,
        evidence,
      };
    case "no difference shown":
      return {
        sentence: `Between the hedged LP and the options desk with the same dollar gamma no difference shows: ${size}, and the interval contains zero.`,
        evidence,
      };
    default:
      return {
        sentence: `On average the hedged LP did ${sense} than the options desk with the same dollar gamma, by ${size}.${mainLine(cell, difference)}`,
        evidence,
      };
  }
}

/** The line that brings most of a difference. */
function mainLine(cell: SweepCell, difference: Estimate): string {
  const lines = lineLabels.map(([name, label]) => ({ label, mean: differenceOf(cell, "hedged-lp", "option-twin", name)?.mean ?? 0 }));
  const [most] = lines.sort((a, b) => Math.sign(difference.mean) * (b.mean - a.mean));
  return most === undefined ? "" : ` The largest part of that is ${most.label}: ${dollars(most.mean)}.`;
}

function whatFeesPay(cell: SweepCell, basis: string): SweepFinding | null {
  const lp = paid(cell, "lp");
  if (lp === null) return null;
  const twin = paid(cell, "option-twin");
  const desk = twin === null ? "" : ` Theta paid ${twin.share} of the desk's: ${twin.amounts}.`;
  return {
    sentence: `The pool's fees paid ${lp.share} of the LP's bleed: ${lp.amounts}.${desk}`,
    evidence: `${[lp, twin].flatMap((each) => each?.evidence ?? []).join("; ")}; ${basis}`,
  };
}

function paid(cell: SweepCell, name: BookName) {
  const book = bookOf(cell, name);
  if (book === undefined || !(book.measures.bleed.mean < 0)) return null;
  const { premium, bleed } = book.measures;
  return {
    share: percent(premium.mean / -bleed.mean, 1),
    amounts: `${dollars(premium.mean)} of ${dollars(-bleed.mean)}`,
    evidence: [estimateEvidence(`${name}.premium`, premium), estimateEvidence(`${name}.bleed`, bleed)],
  };
}

function worstPaths(summary: SweepSummary, cell: SweepCell): SweepFinding | null {
  const tail = mainTail(summary);
  const place = summary.tails.indexOf(tail);
  const names: readonly (readonly [BookName, string])[] = [
    ["hedged-lp", "the hedged LP"],
    ["option-twin", "the options desk"],
    ["short-straddle", "the short straddle"],
    ...chosenBooks({ cells: [cell] }).map(({ book, title }) => [book, `the ${title}`] as const),
  ];
  const losses = names.flatMap(([name, words]) => {
    const total = bookOf(cell, name)?.measures.total;
    const shortfall = total?.expectedShortfall[place];
    const atRisk = total?.valueAtRisk[place];
    return shortfall === undefined || atRisk === undefined ? [] : [{ name, words, shortfall, atRisk }];
  });
  if (losses.length === 0 || summary.paths * tail < 1) return null;
  const outcome = losses.map(({ words, shortfall }) => `${words} ${shortfall >= 0 ? "lost" : "gained"} ${dollars(Math.abs(shortfall))}`);
  const share = percent(tail, 0);
  return {
    sentence: `Over the worst ${share} of its paths ${listed(outcome)} on average.`,
    evidence: `${losses.map(({ name, atRisk }) => `${name}: at or below ${dollars(-atRisk)} on ${share} of paths`).join("; ")}`,
  };
}

function whatTheHedgeDoes(cell: SweepCell, basis: string): SweepFinding | null {
  const bare = bookOf(cell, "lp");
  const hedged = bookOf(cell, "hedged-lp");
  const before = deviation(bare, cell);
  const after = deviation(hedged, cell);
  if (hedged === undefined || before === null || after === null) return null;
  const { execution } = hedged.measures;
  return {
    sentence: `The hedge took the deviation of the LP's total from ${before} to ${after} of the start capital and cost ${dollars(-execution.mean)}.`,
    evidence: `${estimateEvidence("hedged-lp.execution", execution)}; ${basis}`,
  };
}

/** The chosen desk beside the hedged LP. */
function theDesk(cell: SweepCell, basis: string): SweepFinding | null {
  const desk = bookOf(cell, "desk");
  const difference = differenceOf(cell, "hedged-lp", "desk");
  if (desk === undefined || difference === undefined) return null;
  const { total } = desk.measures;
  const made = `${total.mean >= 0 ? "made" : "lost"} ${dollars(Math.abs(total.mean))}`;
  const size = dollars(Math.abs(difference.mean));
  const beside = {
    "a single path": `the hedged LP did ${difference.mean >= 0 ? "better" : "worse"} by ${size} on this one path`,
    "no difference shown": `between it and the hedged LP no difference shows: ${size}, and the interval contains zero`,
    "LP ahead": `the hedged LP did better by ${size}`,
    "desk ahead": `the hedged LP did worse by ${size}`,
  }[verdict(difference)];
  return {
    sentence: `On average the ${desk.title} ${made}; ${beside}.`,
    evidence: `${estimateEvidence("desk.total", total)}; ${estimateEvidence("hedged-lp.total − desk.total", difference)}; ${basis}`,
  };
}

/** What insurance cost on average, and what it kept on the worst paths, against holding. */
function theInsurer(summary: SweepSummary, cell: SweepCell, basis: string): SweepFinding | null {
  const difference = differenceOf(cell, "insurer", "hold");
  const tail = mainTail(summary);
  const [own, hold] = [
    tailOf(summary, cell, "insurer", "expectedShortfall", tail),
    tailOf(summary, cell, "hold", "expectedShortfall", tail),
  ];
  if (difference === undefined || own === null || hold === null) return null;
  const worst = (share: number): string => `${share >= 0 ? "lost" : "gained"} ${percent(Math.abs(share))}`;
  const tails =
    summary.paths * tail < 1
      ? ""
      : ` Over its worst ${percent(tail, 0)} of paths it ${worst(own)} of its capital on average; over its own, holding ${worst(hold)}.`;
  return {
    sentence: `On average the insurer did ${difference.mean >= 0 ? "better" : "worse"} than holding, by ${dollars(Math.abs(difference.mean))}.${tails}`,
    evidence: `${estimateEvidence("insurer.total − hold.total", difference)}; ${basis}`,
  };
}

function deviation(book: SweepBook | undefined, cell: SweepCell): string | null {
  const value = book?.measures.total.deviation ?? null;
  return value === null ? null : percent(value / cell.startCapital);
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function dollars(value: number): string {
  return unitText(value, "money");
}
