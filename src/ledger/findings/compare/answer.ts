import type { ComparisonFinding, Told } from "../../../core/comparison.ts";
import { percent } from "../words.ts";
import { fine } from "./fine.ts";

/**
 * How rebalancing by x·y = k compares with delta hedging that goes wrong, a sentence each: the loss, the flow, what turns the pool, and what is popularly said. Each is
 * a matter of where the findings' numbers lie, and turns with them.
 */
export function answerOf(findings: readonly ComparisonFinding[]): readonly string[] {
  return [loss(findings), flow(findings), loop(findings), claims(findings)];
}

function loss(findings: readonly ComparisonFinding[]): string {
  const found = findings.find(({ id }) => id === "loss-per-gamma");
  const told = found?.told ?? "open";
  const verdicts: Readonly<Record<Told, string>> = {
    none: "Alike in the loss: for the same dollar gamma the pool's rebalancing costs what the desk's costs; they differ in what pays for it.",
    above: "Not alike in the loss: for the same dollar gamma the pool's rebalancing costs more than the desk's.",
    below: "Not alike in the loss: for the same dollar gamma the pool's rebalancing costs less than the desk's.",
    mixed:
      "Not alike in the loss: in one crash the pool's rebalancing costs more than the desk's for the same dollar gamma, in the other not.",
    open: "Whether the loss is alike cannot be told from these runs.",
  };
  return `${verdicts[told]}${behind(found, "The difference is", fine)}`;
}

function flow(findings: readonly ComparisonFinding[]): string {
  const found = findings.find(({ id }) => id === "flow-of-pool");
  const pool = found?.told ?? "open";
  const numbers = slopes([found, findings.find(({ id }) => id === "flow-of-hedged-lp")]);
  const hedges = findings.filter(({ id }) => id.startsWith("flow-of-") && id !== "flow-of-pool");
  const selling = hedges.filter(({ told }) => told === "above").map(({ subject }) => `the ${subject}`);
  const buying = hedges.filter(({ told }) => told === "below").map(({ subject }) => `the ${subject}`);
  const way = pool === "below" ? "buys" : pool === "above" ? "sells" : null;
  const [against, along] = pool === "below" ? [selling, buying] : [buying, selling];
  if (way === null || against.length + along.length === 0) return `Whether the flow is opposite cannot be told from these runs.${numbers}`;
  const other = way === "buys" ? "sold" : "bought";
  const [opposite, same] = [
    `it is ${other} by ${listed(against)}`,
    `it is ${way === "buys" ? "bought" : "sold"} as well by ${listed(along)}`,
  ];
  if (along.length === 0) return `Opposite in the flow: the pool ${way} what falls; ${opposite}.${numbers}`;
  if (against.length === 0) return `Not opposite in the flow: the pool ${way} what falls; ${same}.${numbers}`;
  return `Opposite in the flow for some: the pool ${way} what falls; ${opposite}, ${same}.${numbers}`;
}

function loop(findings: readonly ComparisonFinding[]): string {
  const systems = findings.filter(({ topic }) => topic === "loop");
  const named = (...sides: readonly Told[]): readonly string[] =>
    systems.filter(({ told }) => sides.includes(told)).map(({ subject }) => `“${subject}”`);
  const parts = [
    phrase("a fall is smaller with", named("below")),
    phrase("as deep with", named("none")),
    phrase("deeper with", named("above")),
    phrase("not told, or not in both crashes, with", named("open", "mixed")),
  ].filter((part) => part !== null);
  if (parts.length === 0) return "What turns the pool cannot be told: no system was run.";
  const changes = systems.filter(({ field }) => field.endsWith(".deeper"));
  const most = changes.reduce<ComparisonFinding | undefined>(
    (best, each) => (best === undefined || each.value > best.value ? each : best),
    undefined,
  );
  const alone = changes.find(({ id }) => id === "fall-with-pool");
  const numbers = [alone, most].map((each) => behind(each, `With “${each?.subject ?? ""}” a fall changes by`, percent)).join("");
  return `What turns it: ${parts.join("; ")}.${numbers}`;
}

function claims(findings: readonly ComparisonFinding[]): string {
  const all = findings.filter(({ topic }) => topic === "claim");
  const named = (standing: ComparisonFinding["standing"]): readonly string[] =>
    all.filter((each) => each.standing === standing).map(({ subject }) => `“${subject}”`);
  const parts = [
    phrase("contradicted:", named("contradicted")),
    phrase("borne out:", named("borne out")),
    phrase("not to be told:", named("cannot be told")),
  ].filter((part) => part !== null);
  return `Of what is popularly said, ${parts.length === 0 ? "nothing was tested" : parts.join("; ")}.`;
}

/** The number behind a part of the answer, that of the crash that tells it least. */
function behind(finding: ComparisonFinding | undefined, of: string, format: (value: number) => string): string {
  return finding === undefined ? "" : ` ${of} ${withRange(finding, format)}.`;
}

/** Flows in numbers, that of the crash that tells each least. */
function slopes(flows: readonly (ComparisonFinding | undefined)[]): string {
  const text = (value: number): string => value.toFixed(2).replace("-", "−");
  const known = flows.filter((each) => each !== undefined).map((each) => `the ${each.subject} ${withRange(each, text)}`);
  return known.length === 0 ? "" : ` Quarters of a position's value that are bought per unit of log return: ${known.join(", ")}.`;
}

function withRange({ value, interval }: ComparisonFinding, format: (value: number) => string): string {
  return interval === null ? format(value) : `${format(value)} (${format(interval[0])} to ${format(interval[1])})`;
}

function phrase(head: string, names: readonly string[]): string | null {
  return names.length === 0 ? null : `${head} ${listed(names)}`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
