import type { BookName, Finding } from "../../core/result.ts";
import type { Unread } from "./unread.ts";
import { percent, tokens } from "./words.ts";

/** What the hedge of the desk and the insurer bought or sold, where the run has them. */
export function flowOfChosen({ flow, statement, crash }: Unread): readonly Finding[] {
  return (["desk", "insurer"] as const satisfies readonly BookName[]).flatMap((name) => {
    const title = statement.find(({ book }) => book === name)?.title;
    const own = flow.find(({ participant }) => participant === name);
    if (title === undefined || own === undefined) return [];
    const { netBase, shareSoldInWorstTenth: worst } = own;
    const who = name === "insurer" ? `the ${title}` : `the hedge of the ${title}`;
    const did = netBase === 0 ? "neither bought nor sold on balance" : `${netBase > 0 ? "bought" : "sold"} ${tokens(netBase)} base`;
    const when =
      worst === null ? "It never sold" : `Of all that it sold, ${percent(worst)} was in the tenth of blocks with the lowest returns`;
    return [
      {
        id: `flow-of-${name}`,
        sentence: `While the price ${crash.return < 0 ? "fell" : "rose"}, ${who} ${did}. ${when}.`,
        field: `flow.${name}.netBase`,
        value: netBase,
        interval: null,
        basis: "exact",
      },
    ];
  });
}
