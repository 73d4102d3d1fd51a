import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { decimal } from "../number-format.ts";
import { axisTicks } from "../charts/axis-ticks.ts";
import { pictureOf } from "../charts/picture-of.ts";
import { unitText } from "../unit-text.ts";
import { kindTone } from "./kind-tone.ts";
import type { MevBlock } from "./mev-blocks.ts";

/** Pixels. */
const HEIGHT = 150;
const FOOT = 20;

/** Of the drawing, which is stretched over the height. */
const TALL = 1_000;

const MOST_LABELS = 16;

/** The pool's price through a block, a step a transaction, beside the reference price; the steps of extractions have their colours, victims' are wide. */
export function stepChart({ block, price, poolBefore, transactions, extractions }: MevBlock): Markup {
  const prices = [price, poolBefore, ...transactions.flatMap(({ priceBefore, priceAfter }) => [priceBefore, priceAfter])];
  const [least, most] = [Math.min(...prices), Math.max(...prices)];
  const room = Math.max((most - least) * 0.12, most * 1e-4);
  const [low, high] = [least - room, most + room];
  const share = (value: number): number => (high - value) / (high - low);
  const tall = (value: number): number => Math.round(TALL * share(value));
  const pixel = (value: number): number => Math.round(HEIGHT * share(value));
  const count = Math.max(1, transactions.length);
  const path = transactions.map(({ priceAfter }, place) => `H${100 * place + 50}V${tall(priceAfter)}`).join("");
  const marks = extractions.flatMap(({ kind, own, victims }) =>
    [...own.map((each) => ({ each, look: "own" })), ...victims.map((each) => ({ each, look: "victim" }))].map(({ each, look }) => {
      const x = 100 * transactions.indexOf(each) + 50;
      return markup`<path class="faded ${look} t-${kindTone(kind)}" d="M${x} ${tall(each.priceBefore)}V${tall(each.priceAfter)}"/>`;
    }),
  );
  const ticks = axisTicks(low, high, 4);
  const grid = ticks.values.map((tick) => markup`<line class="rule" x1="0" x2="100%" y1="${pixel(tick)}" y2="${pixel(tick)}"/>`);
  const labels = ticks.values.map((tick) => markup`<text x="0" y="${pixel(tick) - 3}">${decimal(tick, ticks.digits)}</text>`);
  const every = Math.ceil(count / MOST_LABELS);
  const places = transactions.flatMap(({ index }, place) =>
    place % every === 0
      ? [
          markup`<text x="${Math.round((10_000 * (place + 0.5)) / count) / 100}%" y="${HEIGHT + FOOT - 5}" text-anchor="middle">${index}</text>`,
        ]
      : [],
  );
  return markup`<svg class="drawing steps" ${pictureOf(`steps-${block}`)} width="100%" height="${HEIGHT + FOOT}">${grid}
<svg y="0" width="100%" height="${HEIGHT}" viewBox="0 0 ${100 * count} ${TALL}" preserveAspectRatio="none"><path class="reference" d="M0 ${tall(price)}H${100 * count}"/>${marks}<path class="pool" d="M0 ${tall(poolBefore)}${path}H${100 * count}"/></svg>
<text class="market" x="100%" y="${pixel(price) - 4}" text-anchor="end">reference ${unitText(price, "price")}</text>${labels}${places}</svg>`;
}
