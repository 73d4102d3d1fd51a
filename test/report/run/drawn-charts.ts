import type { Page } from "playwright-core";

/** What a chart's canvas shows. */
export interface DrawnChart {
  readonly id: string;
  /** Of the chart on the page, pixels. */
  readonly width: number;
  /** Tones of the lines of which no pixel is to be found. */
  readonly missing: readonly string[];
  /** A hash of all pixels (FNV-1a). */
  readonly print: number;
}

// Scripts for the page are text: a function would be compiled for Node, and would bring the browser's globals into this project's types.
const script = `[...document.querySelectorAll("figure.chart")].map((figure) => {
  const canvas = figure.querySelector("canvas");
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
  const colors = new Set();
  let print = 0x811c9dc5;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] > 0) colors.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
    for (let k = 0; k < 4; k += 1) print = Math.imul(print ^ data[i + k], 0x01000193);
  }
  const near = (wanted) =>
    [...colors].some((color) => [color >> 16, (color >> 8) & 255, color & 255].every((part, k) => Math.abs(part - wanted[k]) <= 12));
  const missing = [...figure.querySelectorAll(".key")]
    .filter((key) => !near(getComputedStyle(key.querySelector(".swatch")).stroke.match(/\\d+/g).slice(0, 3).map(Number)))
    .map((key) => /t-([a-z]+)/.exec(key.className)[1]);
  return { id: figure.id, width: figure.querySelector(".uplot").clientWidth, missing, print };
})`;

/** Looks for the colour of every line in its chart's canvas. */
export async function drawnCharts(page: Page): Promise<DrawnChart[]> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  return page.evaluate<DrawnChart[]>(script);
}
