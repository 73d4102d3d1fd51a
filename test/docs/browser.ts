import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { buildSite } from "../../scripts/docs/build-site.ts";
import { chromiumOptions, hasChromium } from "../report/chromium.ts";
import { openPage } from "../report/open-page.ts";

describe(`the site in a browser${hasChromium ? "" : " (skipped: no Chromium; set CHROMIUM to its path)"}`, function () {
  if (!hasChromium) {
    it.skip("opens from disk");
    return;
  }
  let browser: Browser;
  let folder = "";
  let files: readonly string[] = [];
  const address = (file: string): string => pathToFileURL(join(folder, file)).href;
  const width = (page: Page) => page.evaluate<number>("document.documentElement.scrollWidth");
  const found = (page: Page) =>
    page.evaluate<string[]>(`[...document.querySelectorAll("#search-found a")].map((each) => each.getAttribute("href"))`);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "site-"));
    const site = buildSite();
    for (const [file, text] of site) await writeFile(join(folder, file), text);
    files = [...site.keys()];
    browser = await chromium.launch(chromiumOptions);
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("no page scrolls sideways on a phone, asks for anything or complains", async () => {
    for (const file of files)
      await openPage(browser, address(file), { width: 390, scheme: "dark" }, async (page) => {
        expect(await width(page), file).to.equal(390);
      });
  });

  it("nor do those with the widest tables where there is more room", async () => {
    for (const file of ["settings.html", "results.html", "library.html"])
      for (const pixels of [820, 1_280])
        await openPage(browser, address(file), { width: pixels }, async (page) => {
          expect(await width(page), file).to.equal(pixels);
        });
  });

  it("lists all pages at the side, or folded where there is no room", async () => {
    const seen = `document.querySelector('nav a[href="errors.html"]').checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && document.querySelector('nav a[href="errors.html"]').getBoundingClientRect().height > 0`;
    await openPage(browser, address("index.html"), { width: 1_280 }, async (page) => {
      expect(await page.evaluate(seen)).to.equal(true);
      expect(await page.evaluate(`document.querySelector("nav").getBoundingClientRect().right`)).to.be.below(
        await page.evaluate<number>(`document.querySelector("main").getBoundingClientRect().left + 30`),
      );
    });
    await openPage(browser, address("index.html"), { width: 390 }, async (page) => {
      expect(await page.evaluate(seen)).to.equal(false);
      await page.locator("nav summary").focus();
      await page.keyboard.press("Enter");
      expect(await page.evaluate(seen)).to.equal(true);
      expect(await width(page)).to.equal(390);
    });
  });

  it("has a link past the header that is seen when the keyboard reaches it", () =>
    openPage(browser, address("settings.html"), { width: 390 }, async (page) => {
      const skip = page.locator(".skip");
      expect((await skip.boundingBox())?.y).to.be.below(0);
      await page.keyboard.press("Tab");
      expect((await skip.boundingBox())?.y).to.be.at.least(0);
      await page.keyboard.press("Enter");
      expect(await page.evaluate("document.activeElement.id")).to.equal("content");
    }));

  it("finds settings, codes, tasks and headings from the keyboard, and says so when there is nothing", () =>
    openPage(browser, address("index.html"), { width: 1_280 }, async (page) => {
      await page.keyboard.press("/");
      expect(await page.evaluate("document.activeElement.id")).to.equal("search-words");
      for (const [words, first] of [
        ["pool.fee", "settings.html#pool.fee"],
        ["SEED_INVALID", "errors.html#SEED_INVALID"],
        ["crash mev", "tasks.html#npx-hardhat-crash-mev"],
        ["the lines", "statement.html#the-lines"],
        ["covid-2020", "scenarios.html#covid-2020"],
        ["runCrash", "library.html#runCrash"],
      ] as const) {
        await page.keyboard.press("ControlOrMeta+a");
        await page.keyboard.type(words);
        expect((await found(page))[0], words).to.equal(first);
      }
      await page.keyboard.press("ArrowDown");
      expect(await page.evaluate("document.activeElement.getAttribute('href')")).to.equal("library.html#runCrash");
      await page.keyboard.press("Escape");
      expect(await page.evaluate("document.activeElement.id")).to.equal("search-words");
      await page.keyboard.type("<script>alert(1)</script>");
      expect(await found(page)).to.deep.equal([]);
      expect(await page.locator("#search-count").textContent()).to.equal("Nothing is called so.");
    }));

  it("prints without what is for the screen, on white, no wider than the sheet", () =>
    openPage(browser, address("statement.html"), { width: 690, scheme: "dark" }, async (page) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).to.equal("rgb(255, 255, 255)");
      expect(
        await page.evaluate(`[...document.querySelectorAll("nav, .skip, #search, .turn")].filter((each) => each.offsetHeight > 0).length`),
      ).to.equal(0);
      expect(await width(page)).to.be.at.most(690);
    }));
});
