import { expect } from "chai";
import { before, describe, it } from "mocha";
import { docStyle } from "../../scripts/docs/doc-style.ts";
import { pageColors } from "../../src/report/page/page-colors.ts";
import { contrastOf } from "../report/page/contrast-of.ts";
import { around, textOf } from "../report/page/elements.ts";
import type { PageElement } from "../report/page/read-page.ts";
import { type BuiltPage, builtSite } from "./built-site.ts";

const named = ({ elements }: BuiltPage, tag: string): readonly PageElement[] => elements.filter((each) => each.tag === tag);
const told = ({ tag, attributes }: PageElement): string => `${tag} ${JSON.stringify(attributes)}`;
const twice = (names: readonly string[]): readonly string[] => names.filter((name, at) => names.indexOf(name) !== at);

describe("the pages of the site", () => {
  let pages: readonly BuiltPage[] = [];
  const eachPage = (check: (page: BuiltPage) => void): void => {
    expect(pages.length).to.be.above(15);
    for (const page of pages) check(page);
  };

  before(() => {
    pages = builtSite();
  });

  it("say their language, a title of their own, and how wide they are", () => {
    eachPage((page) => {
      expect(named(page, "html").map(({ attributes }) => attributes["lang"])).to.deep.equal(["en"]);
      const metas = Object.fromEntries(named(page, "meta").map(({ attributes }) => [attributes["name"], attributes["content"]]));
      expect(metas, page.file).to.include({ viewport: "width=device-width, initial-scale=1", "color-scheme": "light dark" });
    });
    const titles = pages.map((page) => named(page, "title").map(textOf).join());
    for (const title of titles) expect(title).to.match(/\S · hardhat-crash$/);
    expect(twice(titles)).to.deep.equal([]);
  });

  it("begin with a link to their content, and have a header, a list of pages, a main part and a footer", () => {
    eachPage((page) => {
      const [body] = named(page, "body");
      const parts = (body?.children ?? []).filter((each) => typeof each !== "string");
      expect(parts.map(({ tag }) => tag)).to.deep.equal(["a", "header", "nav", "main", "footer", "script"]);
      expect(parts[0]?.attributes["href"]).to.equal(`#${parts[3]?.attributes["id"] ?? ""}`);
      const links = named(page, "a").filter((each) => around(each).some(({ tag }) => tag === "nav"));
      const pageLinks = links.filter(({ attributes }) => !(attributes["href"] ?? "").startsWith("#"));
      expect(pageLinks.map(({ attributes }) => attributes["href"])).to.deep.equal(pages.map(({ file }) => file));
      expect(
        links.filter(({ attributes }) => attributes["aria-current"] === "page").map(({ attributes }) => attributes["href"]),
      ).to.deep.equal([page.file]);
      const sections = named(page, "section").map(({ attributes }) => `#${attributes["id"] ?? ""}`);
      const own = links.flatMap(({ attributes }) => (attributes["href"]?.startsWith("#") === true ? [attributes["href"]] : []));
      expect(own, page.file).to.deep.equal(sections);
    });
  });

  it("have one first heading, none that skips a level, and none twice", () => {
    eachPage((page) => {
      const headings = page.elements.filter(({ tag }) => /^h[1-6]$/.test(tag));
      const levels = headings.map(({ tag }) => Number(tag[1]));
      expect(levels.filter((level) => level === 1)).to.have.length(1);
      levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0), page.file).to.be.at.most(1));
      for (const section of named(page, "section")) {
        const heading = page.elements.find(({ attributes }) => attributes["id"] === section.attributes["aria-labelledby"]);
        expect(heading?.tag).to.equal("h2");
      }
      // Two files may have a key of the same name.
      const places = headings.map((each) => {
        const section = each.tag === "h3" ? around(each).find(({ tag }) => tag === "section")?.attributes["id"] : "";
        return `${section ?? ""}: ${textOf(each)}`;
      });
      expect(twice(places), page.file).to.deep.equal([]);
    });
  });

  it("give no id and no caption twice", () => {
    eachPage((page) => {
      expect(twice(page.elements.flatMap(({ attributes }) => attributes["id"] ?? [])), page.file).to.deep.equal([]);
      expect(twice(named(page, "caption").map(textOf)), page.file).to.deep.equal([]);
    });
  });

  it("have tables with a caption and heads with a scope, each in a region that the keyboard reaches", () => {
    eachPage((page) => {
      for (const table of named(page, "table")) {
        const [caption] = table.children;
        if (caption === undefined || typeof caption === "string") throw new Error(`${page.file}: no caption in ${told(table)}`);
        expect(table.parent?.attributes).to.deep.include({ class: "scroll", tabindex: "0", role: "region" });
        expect(table.parent?.attributes["aria-label"]).to.equal(textOf(caption));
      }
      for (const head of named(page, "th")) expect(head.attributes["scope"]).to.match(/^(?:col|row)$/);
    });
  });

  it("have a name for all that can be reached", () => {
    eachPage((page) => {
      const labelled = new Set(named(page, "label").map(({ attributes }) => attributes["for"]));
      for (const each of page.elements) {
        const { tag, attributes } = each;
        if ("tabindex" in attributes) expect(attributes["tabindex"]).to.match(/^(?:0|-1)$/);
        const isNamed = "aria-label" in attributes || ("id" in attributes && labelled.has(attributes["id"]));
        if (["a", "button", "summary", "input"].includes(tag) || attributes["tabindex"] === "0")
          expect(isNamed || textOf(each) !== "", `${page.file}: ${told(each)}`).to.equal(true);
      }
    });
  });

  it("have links that can be read on boxes as on paper, in light and dark, and no colours of their own", () => {
    for (const colors of Object.values(pageColors))
      for (const paper of [colors.bg, colors.wash]) expect(contrastOf(colors.lp, paper)).to.be.at.least(4.5);
    expect(docStyle).not.to.match(/#[0-9a-f]{3,8}\b(?![^{]*\{)|opacity|animation|transition/);
  });

  it("open from disk: no address of elsewhere, no style or action in an attribute, nothing that loads", () => {
    eachPage((page) => {
      for (const each of page.elements) {
        expect(Object.keys(each.attributes).filter((key) => /^(?:style|on.*|src|srcset|action|poster)$/.test(key))).to.deep.equal([]);
        expect(each.attributes["href"] ?? "", page.file).not.to.match(/^[a-z]+:|^\//i);
      }
      expect(page.elements.filter(({ tag }) => /^(?:link|iframe|img|object|embed|base|form)$/.test(tag))).to.deep.equal([]);
      for (const [, style = ""] of page.text.matchAll(/<style>([^]*?)<\/style>/g)) expect(style).not.to.match(/url\(|@import|https?:/);
      expect(page.text).not.to.match(/NaN<|undefined<|\[object/);
    });
  });
});
