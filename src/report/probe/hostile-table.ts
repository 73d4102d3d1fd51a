import type { HostileCase, ProbedPool } from "../../core/probe-result.ts";
import { gridTable } from "../page/grid-table.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";

/** What each operation with each token came to, a row a token; nothing where that was not tried. */
export function hostileTable({ name, readings: { hostile } }: Pick<ProbedPool, "name" | "readings">): Markup {
  if (hostile.value === null) return markup``;
  const { cases } = hostile.value;
  const operations = [...new Set(cases.map(({ operation }) => operation))];
  const tokens = [...new Set(cases.map(({ token }) => token))];
  const find = (token: string, operation: string): HostileCase | undefined =>
    cases.find((each) => each.token === token && each.operation === operation);
  return gridTable({
    caption: `Tokens that misbehave: ${name}`,
    kind: "cases",
    heads: [[{ text: "the token" }, ...operations.map((text) => ({ text }))]],
    groups: [{ rows: tokens.map((token) => [token, ...operations.map((operation) => outcome(find(token, operation)))]) }],
    rowHeads: 1,
  });
}

function outcome(found: HostileCase | undefined): Markup | string {
  if (found === undefined) return "–";
  const { success, isWhole, isClean } = found;
  if (!isWhole) return markup`<span class="short">pool short</span>`;
  if (!isClean) return markup`<span class="short">not clean</span>`;
  return success ? "done" : "refused";
}
