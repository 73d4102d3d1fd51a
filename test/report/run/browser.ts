import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { renderRunPage } from "../../../src/report/run/run-page.ts";
import { drawnCharts } from "./drawn-charts.ts";
import { makeResult } from "../fixture.ts";
import { chromiumOptions, hasChromium } from "../chromium.ts";
import { openPage } from "../open-page.ts";

const CHARTS = 13;

/** Waits, ten seconds at most, until a script in the page gives true; Playwright's own waiting needs an eval that the page's policy forbids. */
async function until(page: Page, script: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await page.evaluate<boolean>(script)) return;
    await page.waitForTimeout(25);
  }
  throw new Error(`never true: ${script}`);
}

describe(`index.html in a browser${hasChromium ? "" : " (skipped: no Chromium; set CHROMIUM to its path)"}`, function () {
  if (!hasChromium) {
    it.skip("opens from disk");
    return;
  }
  let browser: Browser;
  let folder = "";
  let url = "";
  let chosenUrl = "";

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "report-"));
    browser = await chromium.launch(chromiumOptions);
    await writeFile(join(folder, "index.html"), renderRunPage(makeResult({ blocks: 600 })));
    url = pathToFileURL(join(folder, "index.html")).href;
    await writeFile(join(folder, "chosen.html"), renderRunPage(makeResult({ blocks: 600, chosen: true })));
    chosenUrl = pathToFileURL(join(folder, "chosen.html")).href;
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** On the page once all its charts are drawn. */
  const onPage = (width: number, scheme: "light" | "dark", check: (page: Page) => Promise<void>, hasChosen = false) =>
    openPage(browser, hasChosen ? chosenUrl : url, { width, scheme }, async (page) => {
      await until(page, `document.querySelectorAll(".plot canvas").length === ${CHARTS}`);
      await check(page);
    });

  const cursors = (page: Page, count: number) => until(page, `document.querySelectorAll(".u-cursor-x:not(.u-off)").length === ${count}`);

  for (const width of [1_200, 375]) {
    for (const scheme of ["light", "dark"] as const) {
      it(`draws every chart at ${width} pixels, ${scheme}, within the page`, () =>
        onPage(width, scheme, async (page) => {
          const charts = await drawnCharts(page);
          expect(charts).to.have.length(CHARTS);
          for (const chart of charts) {
            expect(chart.missing, `${chart.id}: lines without a pixel`).to.deep.equal([]);
            expect(chart.width, chart.id).to.be.within(200, width);
          }
          expect(await page.evaluate("document.documentElement.scrollWidth")).to.equal(width);
        }));
    }
  }

  for (const scheme of ["light", "dark"] as const) {
    it(`draws the lines of desk and insurer, ${scheme}, at 375 pixels and at 1200`, async () => {
      for (const width of [375, 1_200])
        await onPage(
          width,
          scheme,
          async (page) => {
            for (const chart of await drawnCharts(page)) expect(chart.missing, `${chart.id}: lines without a pixel`).to.deep.equal([]);
            for (const id of ["books", "gammas", "flow-books"])
              expect(await page.locator(`#${id} .t-insurer, #${id} .t-desk`).count(), id).to.be.at.least(2);
            expect(await page.evaluate("document.documentElement.scrollWidth")).to.equal(width);
          },
          true,
        );
    });
  }

  it("moves one time cursor over all charts", () =>
    onPage(1_200, "light", async (page) => {
      const shown = (id: string): Promise<string[]> => page.locator(`#${id} .value`).allTextContents();
      const atEnd = await shown("books");
      await page.locator("#price .u-over").scrollIntoViewIfNeeded();
      const box = await page.locator("#price .u-over").boundingBox();
      if (box === null) throw new Error("the price chart has a box");
      await page.mouse.move(box.x + box.width / 4, box.y + 40);
      await cursors(page, CHARTS);
      const shares = await page.evaluate<number[]>(`[...document.querySelectorAll(".u-over")].map((over) => {
        const area = over.getBoundingClientRect();
        return (over.querySelector(".u-cursor-x").getBoundingClientRect().right - area.left) / area.width;
      })`);
      for (const share of shares) expect(share).to.be.closeTo(0.25, 0.01);
      expect(await shown("books")).not.to.deep.equal(atEnd);
      expect(await page.locator("#cursor-text").textContent()).to.match(/^12 Mar 2020 0[56]:\d\d UTC · block 1[45]\d · /);
      await page.mouse.move(5, 5);
      await cursors(page, 0);
      expect(await shown("books")).to.deep.equal(atEnd);
    }));

  it("moves the cursor from the keyboard", () =>
    onPage(1_200, "light", async (page) => {
      await page.locator("#time-cursor").focus();
      await page.keyboard.press("Home");
      expect(await page.locator("#cursor-text").textContent()).to.equal("12 Mar 2020 00:00 UTC · block 0 · 195.00");
      await page.keyboard.press("ArrowRight");
      expect(await page.locator("#time-cursor").getAttribute("aria-valuetext")).to.contain("block 1 ");
      await cursors(page, CHARTS);
      expect(await page.locator("#depth .value").first().textContent()).to.match(/^\$25\d,\d{3}$/);
    }));

  it("zooms all charts together and back", () =>
    onPage(1_200, "light", async (page) => {
      await page.locator("#price .u-over").scrollIntoViewIfNeeded();
      const box = await page.locator("#price .u-over").boundingBox();
      if (box === null) throw new Error("the price chart has a box");
      const before = await drawnCharts(page);
      await page.mouse.move(box.x + box.width * 0.4, box.y + 40);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.6, box.y + 40, { steps: 4 });
      await page.mouse.up();
      await page.mouse.move(5, 5);
      await page.locator("#zoom-out").waitFor({ state: "visible" });
      const zoomed = await drawnCharts(page);
      zoomed.forEach((chart, index) => expect(chart.print, chart.id).not.to.equal(before[index]?.print));
      await page.locator("#zoom-out").click();
      await page.locator("#zoom-out").waitFor({ state: "hidden" });
      const again = await drawnCharts(page);
      expect(again.map((chart) => chart.print)).to.deep.equal(before.map((chart) => chart.print));
    }));

  it("hides and shows a line, follows the width, the colour scheme and the printer", () =>
    onPage(1_200, "light", async (page) => {
      const key = page.locator("#books .key").nth(1);
      await key.click();
      expect(await key.getAttribute("aria-pressed")).to.equal("false");
      const books = async (): Promise<readonly string[]> => (await drawnCharts(page)).find((chart) => chart.id === "books")?.missing ?? [];
      expect(await books()).to.deep.equal(["lp"]);
      await page.setViewportSize({ width: 600, height: 800 });
      await until(page, `[...document.querySelectorAll(".uplot")].every((each) => each.clientWidth <= 568)`);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await books()).to.deep.equal(["lp"]);
      await key.click();
      expect(await books()).to.deep.equal([]);
      expect((await page.pdf({ format: "A4" })).length).to.be.above(20_000);
      expect(await drawnCharts(page).then((charts) => charts.flatMap((chart) => chart.missing))).to.deep.equal([]);
    }));
});
