import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { mevPage } from "../../../src/report/mev/mev-page.ts";
import { chromiumOptions, hasChromium } from "../chromium.ts";
import { openPage } from "../open-page.ts";
import { makeMev } from "./fixture.ts";

const pages = {
  "gas auction": makeMev("black-thursday", { compared: true }),
  "sealed bids": makeMev("may-19"),
};
type Name = keyof typeof pages;

describe(`a page about extraction in a browser${hasChromium ? "" : " (skipped: no Chromium; set CHROMIUM to its path)"}`, function () {
  if (!hasChromium) {
    it.skip("opens from disk");
    return;
  }
  let browser: Browser;
  let folder = "";

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "mev-"));
    browser = await chromium.launch(chromiumOptions);
    for (const [name, result] of Object.entries(pages)) await writeFile(join(folder, `${name}.html`), mevPage(result));
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  const onPage = (name: Name, width: number, scheme: "light" | "dark", check: (page: Page) => Promise<void>, hash = "") =>
    openPage(browser, pathToFileURL(join(folder, `${name}.html`)).href, { width, scheme, hash }, check);

  const isOpen = (page: Page, block: number) => page.evaluate<boolean>(`document.getElementById("block-${block}").closest("details").open`);
  const focused = (page: Page) => page.evaluate<string>("document.activeElement.id");

  it("opens a block from the keyboard, and closes it again", () =>
    onPage("sealed bids", 1_280, "light", async (page) => {
      await page.locator("#block-1515").focus();
      await page.keyboard.press("Tab");
      expect(await focused(page)).to.equal("block-1516");
      expect(await page.locator("text=sandwicher-2 bought 62.57 base").first().isVisible()).to.equal(false);
      await page.keyboard.press("Enter");
      expect(await isOpen(page, 1_516)).to.equal(true);
      const block = page.locator("details", { has: page.locator("#block-1516") });
      expect(await block.locator("tbody tr").count()).to.equal(3);
      expect(await block.locator("li").nth(1).textContent()).to.contain(
        "sandwicher-2 bought 62.57 base for 159,833 quote ahead of trader-1",
      );
      expect((await block.locator("svg.steps").boundingBox())?.height).to.be.above(100);
      await page.keyboard.press("Enter");
      expect(await isOpen(page, 1_516)).to.equal(false);
    }));

  it("opens the block that a link leads to, from the list, from the timeline and from an address", async () => {
    await onPage("sealed bids", 1_280, "light", async (page) => {
      const link = page.locator('ol a[href="#block-1516"]');
      await link.focus();
      await page.keyboard.press("Enter");
      await page.waitForTimeout(50);
      expect(await isOpen(page, 1_516)).to.equal(true);
      expect(await focused(page)).to.equal("block-1516");
      const top = await page.evaluate<number>(`document.getElementById("block-1516").getBoundingClientRect().top`);
      expect(top).to.be.within(-1, 900);
      await page.keyboard.press("Enter");
      await page.locator('svg.timeline a[href="#block-1516"] .dot').click();
      await page.waitForTimeout(50);
      expect(await isOpen(page, 1_516)).to.equal(true);
    });
    await onPage("gas auction", 360, "dark", async (page) => void expect(await isOpen(page, 3_007)).to.equal(true), "#block-3007");
  });

  for (const scheme of ["light", "dark"] as const) {
    it(`${scheme}: draws price, bars, dots and steps in their colours, none of them the paper's`, () =>
      onPage("gas auction", 1_280, scheme, async (page) => {
        await page.evaluate(`document.querySelectorAll("details").forEach((each) => { each.open = true; })`);
        const colors = await page.evaluate<Record<string, string[]>>(`Object.fromEntries([
          ["stroke", ".timeline .price, .timeline .bars, .steps .pool, .steps .reference, .steps .own, .steps .victim"], ["fill", ".timeline .dot"],
        ].map(([name, selector]) => [name, [...new Set([...document.querySelectorAll(selector)].map((each) => getComputedStyle(each)[name]))]]))`);
        const paper = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
        const every = [...(colors["stroke"] ?? []), ...(colors["fill"] ?? [])];
        expect(new Set(every).size).to.be.at.least(4);
        expect(every).not.to.include.oneOf([paper, "none", "rgba(0, 0, 0, 0)", "rgb(0, 0, 0)"]);
        const luminance = Number(/\d+/.exec(paper)?.[0]);
        expect(luminance).to.be.within(scheme === "light" ? 240 : 0, scheme === "light" ? 255 : 40);
      }));
  }

  it("draws as wide as its place, with every label inside the page", () =>
    onPage("gas auction", 360, "light", async (page) => {
      await page.evaluate(`document.querySelectorAll("details").forEach((each) => { each.open = true; })`);
      const widths = await page.evaluate<number[][]>(
        `[...document.querySelectorAll("svg.timeline, svg.steps")].map((each) => [each.getBoundingClientRect().width, each.parentElement.clientWidth])`,
      );
      expect(widths.length).to.be.above(15);
      for (const [width, place] of widths) expect(width).to.equal(place);
      const outside = await page.evaluate<string[]>(
        `[...document.querySelectorAll("svg text")].filter((each) => { const box = each.getBoundingClientRect(); return box.left < 0 || box.right > 360; }).map((each) => each.textContent)`,
      );
      expect(outside).to.deep.equal([]);
    }));
});
