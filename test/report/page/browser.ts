import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { chromiumOptions, hasChromium } from "../chromium.ts";
import { hostile } from "../hostile.ts";
import { openPage } from "../open-page.ts";
import { allPages } from "./all-pages.ts";

describe(`every page in a browser${hasChromium ? "" : " (skipped: no Chromium; set CHROMIUM to its path)"}`, function () {
  if (!hasChromium) {
    it.skip("opens from disk");
    return;
  }
  let browser: Browser;
  let folder = "";
  const address = (name: string): string => pathToFileURL(join(folder, `${name}.html`)).href;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pages-"));
    browser = await chromium.launch(chromiumOptions);
    for (const [name, render] of Object.entries(allPages)) {
      await writeFile(join(folder, `${name}.html`), render());
      await writeFile(join(folder, `${name}, hostile.html`), render(hostile));
    }
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  const width = (page: Page) => page.evaluate<number>("document.documentElement.scrollWidth");
  const unfold = (page: Page) => page.evaluate(`document.querySelectorAll("details").forEach((each) => { each.open = true; })`);

  for (const name of Object.keys(allPages)) {
    it(`${name}: never scrolls sideways, folded or not, wide or narrow, whatever its texts`, async () => {
      for (const [file, pixels] of [
        [name, 390],
        [name, 820],
        [`${name}, hostile`, 390],
        [`${name}, hostile`, 1_280],
      ] as const)
        await openPage(browser, address(file), { width: pixels }, async (page) => {
          expect(await width(page), `${file} at ${pixels}`).to.equal(pixels);
          await unfold(page);
          expect(await width(page), `${file} at ${pixels}, unfolded`).to.equal(pixels);
          expect(await page.locator("img").count()).to.equal(0);
        });
    });

    it(`${name}: has a link past the header that is seen when the keyboard reaches it, and marks what it reaches`, () =>
      openPage(browser, address(name), { width: 390, scheme: "dark" }, async (page) => {
        const skip = page.locator(".skip");
        expect((await skip.boundingBox())?.y).to.be.below(0);
        await page.keyboard.press("Tab");
        expect((await skip.boundingBox())?.y).to.be.at.least(0);
        await page.keyboard.press("Enter");
        expect(await page.evaluate("document.activeElement.id")).to.equal("content");
        await page.keyboard.press("Tab");
        expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)).to.equal("solid");
      }));

    it(`${name}: opens and closes what is folded from the keyboard`, () =>
      openPage(browser, address(name), { width: 390 }, async (page) => {
        const summary = page.locator("summary").first();
        if ((await summary.count()) === 0) return;
        await summary.focus();
        for (const state of [true, false]) {
          await page.keyboard.press("Enter");
          expect(await page.evaluate(`document.querySelector("details").open`)).to.equal(state);
        }
      }));

    it(`${name}: prints what is folded, but for bulk, on white, no wider than the sheet`, () =>
      openPage(browser, address(name), { width: 690, scheme: "dark" }, async (page) => {
        await page.emulateMedia({ media: "print" });
        expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).to.equal("rgb(255, 255, 255)");
        const hidden = await page.evaluate<string[]>(
          `[...document.querySelectorAll("details table")].filter((each) => !each.closest("details.bulk") && !each.checkVisibility()).map((each) => each.caption.textContent)`,
        );
        expect(hidden).to.deep.equal([]);
        expect(
          await page.evaluate(`[...document.querySelectorAll("nav, .skip, .cursor")].filter((each) => each.offsetHeight > 0).length`),
        ).to.equal(0);
        expect(await width(page)).to.be.at.most(690);
        expect((await page.pdf({ format: "A4" })).length).to.be.above(20_000);
      }));
  }
});
