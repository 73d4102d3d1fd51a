import type { BookName, CrashResult } from "../core/result.ts";
import { crashSize } from "./crash-line.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { signed, signedPercent } from "./number-format.ts";
import { bookTone } from "./statement-picture.ts";
import { readableTime } from "./time-format.ts";
import { unitText } from "./unit-text.ts";

const keyBooks: readonly BookName[] = ["lp", "hedged-lp", "option-twin"];

/** The top of the page: the crash in one line, and what it did to three books. */
export function pageHeader(result: CrashResult): Markup {
  const { scenario, crash } = result;
  const keys = keyBooks.flatMap((name) => {
    const book = result.statement.find((each) => each.book === name);
    if (book === undefined) return [];
    const digits = book.startCapital < 10_000 ? 2 : 0;
    const part = (label: string, value: number): string => `${label} ${value === 0 ? "–" : signed(value, digits)}`;
    return [
      markup`<div class="key-number t-${bookTone[name]}"><dt>${book.title}</dt><dd><strong>${signedPercent(book.total / book.startCapital)}</strong>
<span>${part("exposure", book.lines.exposure)}</span> <span>${part("premium", book.lines.premium)}</span> <span>${part("bleed", book.lines.bleed)}</span></dd></div>`,
    ];
  });
  const thought =
    scenario.thoughtExperiment === null
      ? ""
      : markup`<p class="notice"><strong>Thought experiment.</strong> ${scenario.thoughtExperiment}</p>`;
  return markup`<header>
<p class="kicker">hardhat-crash · a liquidity pool beside a delta hedger</p>
<h1>${scenario.title}</h1>
<p class="lead">${unitText(crash.startPrice, "price")} to ${unitText(crash.endPrice, "price")}, <strong>${signedPercent(crash.return, 1)}</strong>; low ${unitText(crash.lowPrice, "price")} at ${readableTime(crash.lowTime)} UTC</p>
<p class="what">${scenario.what}</p>
<p class="soft">${readableTime(scenario.from)} to ${readableTime(scenario.to)} UTC · ${crashSize(result)}</p>
${thought}
<dl class="key-numbers">${keys}</dl>
</header>
`;
}
