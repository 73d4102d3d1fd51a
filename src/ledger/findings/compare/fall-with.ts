import type { ComparedScenario, ComparedSystem, ComparisonFinding } from "../../../core/comparison.ts";
import { percent } from "../words.ts";
import { ofEach } from "./of-each.ts";
import { say } from "./say.ts";

/** Less is no change of a fall. */
const NOTHING = 0.005;

/** What does each system do to a fall that has a reason of its own? */
export function fallWith(scenarios: readonly ComparedScenario[]): readonly ComparisonFinding[] {
  const systems = scenarios[0]?.systems ?? [];
  return systems.flatMap(({ id, title }) => {
    const own = (scenario: ComparedScenario): ComparedSystem | undefined => scenario.systems.find((each) => each.id === id);
    const lost = scenarios.filter((scenario) => (own(scenario)?.outOfSight ?? 0) > 0);
    if (lost.length > 0) return outOfSight(title, lost, id);
    const measures = ofEach(scenarios, `systems.${id}.deeper`, (scenario) => own(scenario)?.deeper);
    if (measures.length === 0) return [];
    return say({
      id: `fall-with-${id}`,
      topic: "loop",
      subject: title,
      measures,
      above: `A fall was deeper with the system “${title}”`,
      below: `A fall was smaller with the system “${title}”`,
      none: `A fall was as deep with the system “${title}” as without it`,
      whether: `a fall was deeper with the system “${title}”`,
      format: percent,
      of: "its depth changed by",
      more: aside(scenarios.map(own)),
      nothing: NOTHING,
    });
  });
}

/** A system that is a spiral has no depth of a fall. */
function outOfSight(title: string, scenarios: readonly ComparedScenario[], id: string): readonly ComparisonFinding[] {
  const counts = scenarios.map(({ name, short, systems }) => ({
    field: `scenarios.${name}.systems.${id}.outOfSight`,
    short,
    runs: systems.find((each) => each.id === id)?.outOfSight ?? 0,
  }));
  const [first] = counts;
  if (first === undefined) return [];
  const told = counts.map(({ short, runs }) => `${runs} of the runs of ${short}`).join(" and ");
  return [
    {
      id: `fall-with-${id}`,
      sentence: `A fall had no end with the system “${title}”: trades moved the price out of sight in ${told}.`,
      field: first.field,
      value: first.runs,
      interval: null,
      basis: "a count of runs",
      topic: "loop",
      subject: title,
      told: "above",
      standing: null,
    },
  ];
}

/** What the table says beside it: the gains, and the changes against the pool alone. */
function aside(systems: readonly (ComparedSystem | undefined)[]): string {
  const known = systems.filter((system) => system !== undefined);
  const gains = known.flatMap(({ gain, verdict }) => (gain === null ? [] : [`${signed(gain.value)} (${verdict})`]));
  const beyond = known.flatMap(({ lessPoolAlone }) => (lessPoolAlone === null ? [] : [percent(lessPoolAlone.value)]));
  const against = beyond.length === 0 ? "" : ` Against the pool alone the change is ${beyond.join(" and ")} of the fall.`;
  return `The loop gain was ${gains.join(" and ")}.${against}`;
}

function signed(value: number): string {
  const text = value.toFixed(3);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}
