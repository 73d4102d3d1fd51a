import { cleanText } from "../clean-text.ts";
import type { TextStyle } from "../text-style.ts";
import { readableTime } from "../time-format.ts";
import { unitText } from "../unit-text.ts";
import { wrapText } from "../wrap-text.ts";
import { extractionStory } from "./extraction-story.ts";
import { kindTitle } from "./kind-title.ts";
import { swapText } from "./swap-text.ts";
import type { PlacedExtraction } from "./worst-extractions.ts";

/** An extraction on a terminal: what it cost, its transactions and its victims' in block order, and three sentences. */
export function textOfExtraction({ block, extraction }: PlacedExtraction, rank: number, width: number, style: TextStyle): string[] {
  const { kind, account, loss, own, victims } = extraction;
  const number = `${rank}. `;
  const indent = " ".repeat(number.length);
  const title = `${kindTitle(kind)} by ${account} in block ${block.block}, ${readableTime(block.time)} UTC, at a cost of ${unitText(loss, "money")}`;
  const places = [...new Map([...own, ...victims].map((each) => [each.index, each])).values()].sort((a, b) => a.index - b.index);
  const widest = Math.max(0, ...places.map((each) => cleanText(each.account).length));
  const rows = places.map((each) => {
    const role = own.includes(each) ? "" : "victim, ";
    const price = `${unitText(each.priceBefore, "price")} → ${unitText(each.priceAfter, "price")}`;
    return {
      head: `${String(each.index).padStart(2)}  ${cleanText(each.account).padEnd(widest)}  `,
      text: `${role}${swapText(each)}, ${price}`,
    };
  });
  const { before, done, paid } = extractionStory(block, extraction);
  return [
    ...wrapText(number + cleanText(title), width, number.length).map(style.bold),
    ...rows.flatMap(({ head, text }) => hanging(indent + head, cleanText(text), width)),
    ...[before, done, paid].flatMap((sentence) => hanging(indent, cleanText(sentence), width)).map(style.dim),
  ];
}

/** Text beside a head, and below it only where there is little room beside it. */
function hanging(head: string, text: string, width: number): string[] {
  const beside = head.length <= width / 2 ? head.length : 4;
  const lines = wrapText(text, width - beside);
  if (beside === head.length) return lines.map((line, index) => (index === 0 ? head : " ".repeat(beside)) + line);
  return [...wrapText(head.trim(), width - 3).map((line) => `   ${line}`), ...lines.map((line) => " ".repeat(beside) + line)];
}
