import { shown } from "../../shown.ts";
import { type Comparison, decimals, errorsApart, type Paper } from "./comparison.ts";

const INTRODUCTION = `# Papers reproduced

Written by \`npx hardhat run scripts/update-papers.ts\` from runs with fixed seeds; a test runs them again and compares this page.

The papers give formulas, and the reference is then the formula's value for the settings named; no figure is copied from a paper's table. What another program
printed, what was derived or solved numerically and what was run elsewhere is marked so. The standard error is that of our number alone, and the last column is
our number less the reference in standard errors. A row without standard error draws nothing, and agrees in every digit shown.

A sweep reaches any cell of the grids of arbitrage: \`npx hardhat crash sweep gbm pool.fee=0.0005,0.003,0.01 mempool.blockSeconds=12,120,600 --set
process.driftPerDay=0.00125,market.cost=0,agents.minimumProfit=0,hedger.interval=1\`, with \`mempool.blockProcess=fixed\` for fixed blocks; trades a block are \`pool.swaps\` over \`blocks\`, and
ARB/LVR is \`hedged-lp.total\` over \`lp.bleed\`, since that hedge costs nothing and leaves nothing else. A test holds those cells against the same formulas.
`;

function row(comparison: Comparison): string {
  const { quantity, reference, origin, ours, standardError } = comparison;
  const digits = decimals(comparison);
  const apart = errorsApart(comparison);
  const published = typeof reference === "number" ? shown(reference, digits) : reference.printed;
  const error = standardError === null ? "" : shown(standardError, digits);
  return `| ${[quantity, published, origin, shown(ours, digits), error, apart === null ? "" : shown(apart, 1)].join(" | ")} |`;
}

function section({ title, source, how, rows }: Paper): string {
  return [
    `## ${title}`,
    "",
    `Source: ${source}`,
    "",
    how,
    "",
    "| quantity | reference | where from | ours | standard error | errors apart |",
    "|---|---:|---|---:|---:|---:|",
    ...rows.map(row),
    "",
  ].join("\n");
}

/** How many of the drawn numbers lie how far off, in a sentence. */
function spread(papers: readonly Paper[]): string {
  const distances = papers.flatMap(({ rows }) => rows.map(errorsApart)).filter((apart) => apart !== null);
  const beyond = distances.filter((apart) => Math.abs(apart) > 2).length;
  const furthest = Math.max(...distances.map(Math.abs));
  return `Of ${distances.length} comparisons of drawn numbers ${beyond} are more than two standard errors apart, and the furthest ${furthest.toFixed(1)}; several share a run.\n`;
}

/** The page of the documentation, as Markdown. */
export function page(papers: readonly Paper[]): string {
  return [INTRODUCTION, spread(papers), ...papers.map(section)].join("\n");
}
