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
import { hostile } from "../hostile.ts";
import { makeSweep } from "./fixture.ts";
import { someAxes } from "./some-axes.ts";

const { fee, interval, policy, volatility } = someAxes;
const pages = {
  "no axes": makeSweep({ paths: 200 }),
  "one axis": makeSweep({ axes: [volatility], paths: 100 }),
  "three axes": makeSweep({ axes: [fee, interval, policy], paths: 50 }),
  "hostile texts": makeSweep({ axes: [policy, fee], paths: 50, hostile }),
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

  /** Runs a check on an opened page, and fails on any request but the file itself, anything on the console and any uncaught error. */
  async function onPage(name: Name, width: number, scheme: "light" | "dark", check: (page: Page) => Promise<void>): Promise<void> {
    const address = pathToFileURL(join(folder, `${name}.html`)).href;
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on("request", (request) => {
      if (request.url() !== address) trouble.push(`request of ${request.url()}`);
    });
    page.on("console", (message) => trouble.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => {
      trouble.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    try {
      await page.goto(address);
      await check(page);
      expect(trouble).to.deep.equal([]);
    } finally {
      await context.close();
    }
  }

  for (const name of Object.keys(pages) as Name[]) {
    for (const width of [390, 820, 1_280]) {
      it(`${name}: never scrolls sideways at ${width} pixels, folded or not`, () =>
        onPage(name, width, "light", async (page) => {
          expect(await page.evaluate("document.documentElement.scrollWidth")).to.equal(width);
          await page.evaluate(`document.querySelectorAll("details").forEach((each) => { each.open = true; })`);
          expect(await page.evaluate("document.documentElement.scrollWidth")).to.equal(width);
        }));
    }
  }

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

  it("shows hostile text as text", () =>
    onPage("hostile texts", 1_280, "light", async (page) => {
      expect(await page.locator("h1").textContent()).to.contain("</script><script>alert(1)</script><img src=x onerror=alert(2)>");
      expect(await page.locator("img, script").count()).to.equal(0);
    }));

  it("has a name for everything that can be reached, headings in order, and a caption on every table", () =>
    onPage("three axes", 390, "light", async (page) => {
      const nameless = await page.evaluate<string[]>(`[...document.querySelectorAll("summary,[tabindex],[role=img]")]
        .filter((each) => !(each.getAttribute("aria-label") ?? each.textContent.trim()))
        .map((each) => each.outerHTML)`);
      expect(nameless).to.deep.equal([]);
      expect(await page.evaluate(`[...document.querySelectorAll("table")].filter((each) => !each.caption?.textContent).length`)).to.equal(
        0,
      );
      const levels = await page.evaluate<number[]>(`[...document.querySelectorAll("h1,h2,h3")].map((each) => Number(each.tagName[1]))`);
      expect(levels[0]).to.equal(1);
      levels.slice(1).forEach((level, index) => expect(level - (levels[index] ?? 1)).to.be.at.most(1));
    }));
});
