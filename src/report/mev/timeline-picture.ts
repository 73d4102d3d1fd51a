import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { decimal } from "../number-format.ts";
import { axisTicks } from "../charts/axis-ticks.ts";
import { pictureOf } from "../charts/picture-of.ts";
import { readableTime } from "../time-format.ts";
import { unitText } from "../unit-text.ts";
import { kindDot } from "./kind-dot.ts";
import { kindTitle } from "./kind-title.ts";
import { kindTone } from "./kind-tone.ts";
import type { FoundExtraction, MevBlock } from "./mev-blocks.ts";
import { outlineRows } from "../charts/outline-rows.ts";
import { timeTicks } from "../charts/time-ticks.ts";

/** Pixels: the price above, what was extracted below it, times at the foot. */
const PRICE = 110;
const TOP = 140;
const BARS = 150;
const FOOT = 24;

/** Of the drawings, which are stretched over their places. */
const WIDE = 10_000;
const TALL = 1_000;

const STRETCHES = 700;

/**
 * Price and extraction over the run, as an SVG that is as wide as its place. Extracted value is on a logarithmic scale from one dollar, a bar a block;
 * blocks that the page holds have a dot that leads to them.
 */
export function timelinePicture(blocks: readonly MevBlock[], shown: ReadonlySet<MevBlock>, id: string): Markup {
  const [from, to] = [blocks[0]?.time ?? 0, blocks.at(-1)?.time ?? 0];
  const share = (time: number): number => (to > from ? (time - from) / (to - from) : 0.5);
  const percent = (time: number): string => `${Math.round(10_000 * share(time)) / 100}%`;
  const wide = (time: number): number => Math.round(WIDE * share(time));
  const prices = blocks.map(({ price }) => price);
  const low = prices.reduce((least, price) => Math.min(least, price), Number.POSITIVE_INFINITY);
  const high = prices.reduce((most, price) => Math.max(most, price), 0);
  const span = Math.max(high - low, high * 1e-6);
  const path = outlineRows(prices, STRETCHES).map(
    (row) => `${wide(blocks[row]?.time ?? 0)} ${Math.round((TALL * (high - (prices[row] ?? 0))) / span)}`,
  );
  const taken = blocks.filter(({ extractions }) => extractions.length > 0);
  const decades = Math.max(1, Math.ceil(Math.log10(Math.max(1, ...taken.map(costOf)))));
  const height = (block: MevBlock): number => Math.min(1, Math.max(0.02, Math.log10(Math.max(1, costOf(block))) / decades));
  const ticks = axisTicks(low, high, 4);
  const priceAt = (tick: number): number => Math.round((PRICE * (high - tick)) / span);
  const costAt = (decade: number): number => TOP + Math.round(BARS * (1 - decade / decades));
  const powers = Array.from({ length: decades + 1 }, (_, decade) => decade);
  const grid = [...ticks.values.map(priceAt), ...powers.map(costAt)].map(
    (y) => markup`<line class="rule" x1="0" x2="100%" y1="${y}" y2="${y}"/>`,
  );
  const label = (y: number, text: string): Markup => markup`<text x="0" y="${y - 3}">${text}</text>`;
  const labels = [
    ...ticks.values.map((tick) => label(priceAt(tick), decimal(tick, ticks.digits))),
    ...powers.map((decade) => label(costAt(decade), `$${decimal(Number(`1e${decade}`))}`)),
  ];
  const times = timeTicks(from, to, 6).map((time) => {
    const text = to - from > 172_800 ? readableTime(time).slice(5, 10) : readableTime(time).slice(11);
    const anchor = share(time) < 0.05 ? "start" : share(time) > 0.95 ? "end" : "middle";
    return markup`<text x="${percent(time)}" y="${TOP + BARS + FOOT - 6}" text-anchor="${anchor}">${text}</text>`;
  });
  const kinds = [...new Set(taken.map((block) => dearest(block).kind))];
  const bars = kinds.map((kind) => {
    const own = taken.filter((block) => dearest(block).kind === kind);
    const lines = own.map((block) => `M${wide(block.time)} ${TALL}V${Math.round(TALL * (1 - height(block)))}`).join("");
    return markup`<path class="bars faded t-${kindTone(kind)}" d="${lines}"/>`;
  });
  const dots = taken
    .filter((block) => shown.has(block))
    .map((block) => {
      const { kind, account } = dearest(block);
      const y = Math.round(TOP + BARS * (1 - height(block)));
      const title = `Block ${decimal(block.block)}, ${readableTime(block.time)} UTC: ${kindTitle(kind)} by ${account}, ${unitText(costOf(block), "money")}`;
      return markup`<a href="#block-${block.block}" tabindex="-1"><svg x="${percent(block.time)}" y="${y}" overflow="visible"><title>${title}</title>${kindDot(kind)}</svg></a>`;
    });
  const drawing = (y: number, tall: number, content: Markup): Markup =>
    markup`<svg y="${y}" width="100%" height="${tall}" viewBox="0 0 ${WIDE} ${TALL}" preserveAspectRatio="none">${content}</svg>`;
  return markup`<svg class="drawing timeline" ${pictureOf(id)} width="100%" height="${TOP + BARS + FOOT}">${grid}${drawing(0, PRICE, markup`<path class="price" d="M${path.join("L")}"/>`)}
${drawing(TOP, BARS, markup`${bars}`)}
${dots}${labels}${times}</svg>`;
}

/** The extraction that cost most. */
function dearest({ extractions }: MevBlock): FoundExtraction {
  return extractions.reduce((most, each) => (each.loss > most.loss ? each : most));
}

/** What the extractions of a block cost others, quote. */
function costOf({ extractions }: MevBlock): number {
  return extractions.reduce((sum, { loss }) => sum + loss, 0);
}
