import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { renderSweepPage } from "../../../src/report/sweep/sweep-page.ts";
import { chromiumOptions, hasChromium } from "../chromium.ts";
import { openPage } from "../open-page.ts";
import { makeSweep } from "./fixture.ts";
import { someAxes } from "./some-axes.ts";

const { fee, interval, policy, volatility } = someAxes;
const pages = {
  "one axis": makeSweep({ axes: [volatility], paths: 100 }),
  "three axes": makeSweep({ axes: [fee, interval, policy], paths: 50 }),
};
type Name = keyof typeof pages;

describe(`a sweep's page in a browser${hasChromium ? "" : " (skipped: no Chromium; set CHROMIUM to its path)"}`, function () {
  if (!hasChromium) {
    it.skip("opens from disk");
    return;
  }
  let browser: Browser;
  let folder = "";

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "sweep-"));
    browser = await chromium.launch(chromiumOptions);
    for (const [name, summary] of Object.entries(pages)) await writeFile(join(folder, `${name}.html`), renderSweepPage(summary));
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  const onPage = (name: Name, width: number, scheme: "light" | "dark", check: (page: Page) => Promise<void>) =>
    openPage(browser, pathToFileURL(join(folder, `${name}.html`)).href, { width, scheme }, check);

  for (const scheme of ["light", "dark"] as const) {
    it(`${scheme}: paints the cells of heat maps, each with its colour, and text that is readable on it`, () =>
      onPage("three axes", 1_280, scheme, async (page) => {
        const colors = await page.evaluate<string[]>(
          `[...document.querySelectorAll(".heat td[class]")].map((each) => getComputedStyle(each).backgroundColor)`,
        );
        expect(colors).to.have.length(6 * 24);
        expect(colors).not.to.include("rgba(0, 0, 0, 0)");
        expect(new Set(colors).size).to.be.above(9);
        const ink = await page.evaluate("getComputedStyle(document.body).color");
        const texts = await page.evaluate<string[]>(
          `[...document.querySelectorAll(".heat td, .heat td small")].map((each) => getComputedStyle(each).color)`,
        );
        expect([...new Set(texts)]).to.deep.equal([ink]);
      }));
  }

  it("draws every histogram as wide as its place, with its tick labels inside the page", () =>
    onPage("one axis", 390, "light", async (page) => {
      const shapes = await page.evaluate<{ width: number; areas: number; place: number }[]>(
        `[...document.querySelectorAll("svg.spread")].map((each) => ({
          width: each.getBoundingClientRect().width,
          place: each.parentElement.getBoundingClientRect().width,
          areas: [...each.querySelectorAll(".area")].filter((area) => area.getBoundingClientRect().height > 5).length,
        }))`,
      );
      expect(shapes).to.have.length(10);
      shapes.forEach(({ width, areas, place }, index) => {
        expect(width).to.equal(place);
        expect(areas).to.equal(index % 2 === 0 ? 3 : 2);
      });
      const outside = await page.evaluate<string[]>(
        `[...document.querySelectorAll("svg.spread text")]
          .filter((each) => { const box = each.getBoundingClientRect(); return box.left < 0 || box.right > 390; })
          .map((each) => each.textContent)`,
      );
      expect(outside).to.deep.equal([]);
    }));

  it("prints on light paper", () =>
    onPage("three axes", 1_280, "dark", async (page) => {
      await page.emulateMedia({ media: "print" });
      expect((await page.pdf({ format: "A4" })).length).to.be.above(20_000);
      expect(await page.evaluate(`getComputedStyle(document.querySelector(".heat .d5, .heat .s0")).backgroundColor`)).to.equal(
        "rgb(241, 238, 231)",
      );
    }));
});
