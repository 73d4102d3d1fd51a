import { renderGalleryPage } from "../../../src/report/gallery/gallery-page.ts";
import { comparePage } from "../../../src/report/compare/compare-page.ts";
import { mevPage } from "../../../src/report/mev/mev-page.ts";
import { probePage } from "../../../src/report/probe/probe-page.ts";
import { renderRunPage } from "../../../src/report/run/run-page.ts";
import { renderSweepPage } from "../../../src/report/sweep/sweep-page.ts";
import { makeComparison } from "../compare/fixture.ts";
import { makeResult } from "../fixture.ts";
import { makeMev } from "../mev/fixture.ts";
import { nothingExtracted } from "../mev/nothing-extracted.ts";
import { makeProbe } from "../probe/fixture.ts";
import { makeSweep } from "../sweep/fixture.ts";
import { someAxes } from "../sweep/some-axes.ts";

const { fee, interval, policy, desk, insurance } = someAxes;

function gallery(hostile?: string): string {
  const text = (fallback: string): string => hostile ?? fallback;
  return renderGalleryPage(
    ["run", "sweep"].map((id) => ({
      id,
      title: text(`A ${id}`),
      sentence: text("What the page shows."),
      href: text(`${id}/index.html`),
      command: text("npx hardhat crash"),
      keys: [{ tone: "lp", title: text("LP"), number: text("−1.00 %"), notes: [text("a note")] }],
    })),
  );
}

/** A page of each kind, and of the odd ones, by name; with hostile text where text of unknown origin can stand. */
export const allPages: Readonly<Record<string, (hostile?: string) => string>> = {
  "a run": (hostile) => renderRunPage(makeResult({ ...(hostile === undefined ? {} : { hostile }) })),
  "a run without bars and records": (hostile) =>
    renderRunPage({ ...makeResult({ recorded: false, ...(hostile === undefined ? {} : { hostile }) }), intrabar: [] }),
  "a run with desk and insurer": (hostile) => renderRunPage(makeResult({ chosen: true, ...(hostile === undefined ? {} : { hostile }) })),
  "a sweep over desks and insurers": (hostile) =>
    renderSweepPage(makeSweep({ axes: [desk, insurance], paths: 30, ...(hostile === undefined ? {} : { hostile }) })),
  "a sweep over three settings": (hostile) =>
    renderSweepPage(makeSweep({ axes: [fee, interval, policy], paths: 30, ...(hostile === undefined ? {} : { hostile }) })),
  "a sweep of one cell": (hostile) => renderSweepPage(makeSweep({ paths: 30, ...(hostile === undefined ? {} : { hostile }) })),
  extraction: (hostile) => mevPage(makeMev("black-thursday", { compared: true, ...(hostile === undefined ? {} : { hostile }) })),
  "extraction with sealed bids": (hostile) => mevPage(makeMev("may-19", { ...(hostile === undefined ? {} : { hostile }) })),
  "extraction of nothing": () => mevPage(nothingExtracted()),
  "two crashes": (hostile) => comparePage(makeComparison({ ...(hostile === undefined ? {} : { hostile }) })),
  "two pools, probed": (hostile) => probePage(makeProbe({ ...(hostile === undefined ? {} : { hostile }) })),
  "a pool of which nothing is known": (hostile) => probePage(makeProbe({ nothing: true, ...(hostile === undefined ? {} : { hostile }) })),
  "the gallery": gallery,
};
