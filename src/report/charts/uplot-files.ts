import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The charting library as its package ships it, to be put into the page: script and styles (uPlot, MIT licence, Leon Sorokin). */
export function uplotFiles(): { readonly script: string; readonly style: string } {
  const { resolve } = createRequire(import.meta.url);
  const read = (name: string): string => readFileSync(resolve(`uplot/dist/${name}`), "utf8").trim();
  return { script: read("uPlot.iife.min.js"), style: read("uPlot.min.css") };
}
