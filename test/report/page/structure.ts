import { expect } from "chai";
import { describe, it } from "mocha";
import { hostile } from "../hostile.ts";
import { allPages } from "./all-pages.ts";
import { around, holds, textOf } from "./elements.ts";
import { readPage } from "./read-page.ts";
import type { PageElement } from "./read-page.ts";

const twice = (names: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
};
const named = (elements: readonly PageElement[], tag: string): readonly PageElement[] => elements.filter((each) => each.tag === tag);
const told = ({ tag, attributes }: PageElement): string => `${tag} ${JSON.stringify(attributes)}`;

for (const [name, render] of Object.entries(allPages)) {
  const page = render();
  const elements = readPage(page);
  const byId = new Map(elements.map((each) => [each.attributes["id"] ?? "", each]));
  const labels = named(elements, "label");
  const refer = (each: PageElement, attribute: string): PageElement | undefined => byId.get(each.attributes[attribute] ?? "-");

  describe(`the page of ${name}`, () => {
    it("says its language, its title, and how wide it is", () => {
      expect(named(elements, "html").map(({ attributes }) => attributes["lang"])).to.deep.equal(["en"]);
      const titles = named(elements, "title").filter(({ parent }) => parent?.tag === "head");
      expect(titles.map(textOf).join()).to.match(/\S · hardhat-crash$/);
      const metas = Object.fromEntries(named(elements, "meta").map(({ attributes }) => [attributes["name"], attributes["content"]]));
      expect(metas).to.include({ viewport: "width=device-width, initial-scale=1", "color-scheme": "light dark" });
    });

    it("begins with a link to its content, and has a header, a list of its parts, a main part and a footer", () => {
      const [body] = named(elements, "body");
      const parts = (body?.children ?? []).filter((each) => typeof each !== "string");
      const tags = parts.map(({ tag }) => tag).filter((tag) => tag !== "script");
      expect(tags.filter((tag) => tag !== "div")).to.deep.equal(["a", "header", "nav", "main", "footer"]);
      expect(parts[0]?.attributes["href"]).to.equal(`#${parts[3]?.attributes["id"] ?? ""}`);
      expect(parts[2]?.attributes["aria-label"]).to.be.a("string");
      const links = elements.filter((each) => each.tag === "a" && around(each).some(({ tag }) => tag === "nav"));
      const headings = named(elements, "section").map((section) => section.attributes["aria-labelledby"]);
      expect(links.map(({ attributes }) => `${attributes["href"]?.slice(1) ?? ""}-heading`)).to.deep.equal(headings);
    });

    it("has one first heading, and none skips a level", () => {
      const levels = elements.filter(({ tag }) => /^h[1-6]$/.test(tag)).map(({ tag }) => Number(tag[1]));
      expect(levels.filter((level) => level === 1)).to.have.length(1);
      levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).to.be.at.most(1));
      for (const section of named(elements, "section")) expect(refer(section, "aria-labelledby")?.tag).to.equal("h2");
    });

    it("refers only to what is there, and names nothing twice", () => {
      expect(twice(elements.flatMap(({ attributes }) => attributes["id"] ?? []))).to.deep.equal([]);
      const isLost = (each: (typeof elements)[number]): boolean => {
        const href = each.attributes["href"] ?? "";
        const referring = ["aria-labelledby", "aria-describedby", "aria-details", "for"].filter((name) => name in each.attributes);
        return referring.some((name) => refer(each, name) === undefined) || (href.startsWith("#") && !byId.has(href.slice(1)));
      };
      expect(elements.filter(isLost).map(told)).to.deep.equal([]);
    });

    it("has tables with a caption of their own and heads with a scope, each in a region that the keyboard reaches", () => {
      const tables = named(elements, "table");
      expect(twice(named(elements, "caption").map(textOf))).to.deep.equal([]);
      for (const table of tables) {
        const [caption] = table.children;
        if (caption === undefined || typeof caption === "string") throw new Error(`no caption in ${told(table)}`);
        expect(table.parent?.attributes).to.deep.include({ class: "scroll", tabindex: "0", role: "region" });
        expect(table.parent?.attributes["aria-label"]).to.equal(textOf(caption));
      }
      for (const head of named(elements, "th")) expect(head.attributes["scope"]).to.match(/^(?:col|row|colgroup|rowgroup)$/);
    });

    it("has for every picture a name, a description and a table, and hides what only adorns", () => {
      for (const each of elements.filter(({ attributes }) => attributes["role"] === "img")) {
        expect(textOf(refer(each, "aria-labelledby") ?? each), told(each)).not.to.equal("");
        expect(textOf(refer(each, "aria-describedby") ?? each).length, told(each)).to.be.above(40);
        const place = refer(each, "aria-details") ?? around(each).find(({ tag }) => tag === "figure");
        expect(place !== undefined && holds(place, "table"), told(each)).to.equal(true);
      }
      const bare = named(elements, "svg").filter((each) =>
        [each, ...around(each)].every(({ attributes }) => attributes["role"] !== "img" && attributes["aria-hidden"] !== "true"),
      );
      expect(bare.map(told)).to.deep.equal([]);
    });

    it("has a name for all that can be reached, in the order in which it stands", () => {
      for (const each of elements) {
        const { tag, attributes } = each;
        if (tag === "details") expect(each.children.find((child) => typeof child !== "string")?.tag).to.equal("summary");
        if ("tabindex" in attributes) expect(attributes["tabindex"]).to.match(/^(?:0|-1)$/);
        const label = attributes["aria-label"] ?? labels.find((one) => refer(one, "for") === each);
        if (["a", "button", "summary", "input"].includes(tag) || attributes["tabindex"] === "0")
          expect(label !== undefined || textOf(each) !== "", told(each)).to.equal(true);
        if (tag === "button") expect(attributes["type"]).to.equal("button");
      }
    });

    it("opens from disk: no address of elsewhere, no style or action in an attribute", () => {
      for (const each of elements) {
        expect(Object.keys(each.attributes).filter((key) => /^(?:style|on.*|src|srcset|action|poster)$/.test(key))).to.deep.equal([]);
        expect(each.attributes["href"] ?? "").not.to.match(/^[a-z]+:|^\/\//i);
      }
      expect(elements.filter(({ tag }) => /^(?:link|iframe|img|object|embed|base|form)$/.test(tag))).to.deep.equal([]);
      for (const [, style = ""] of page.matchAll(/<style>([^]*?)<\/style>/g)) expect(style).not.to.match(/url\(|@import|https?:/);
      expect(page).not.to.match(/NaN<|undefined<|\[object/);
    });

    it("takes no markup from texts", () => {
      const attacked = readPage(render(hostile));
      const kinds = (of: readonly PageElement[]): readonly string[] =>
        [...new Set(of.flatMap(({ tag, attributes }) => [tag, ...Object.keys(attributes).map((key) => `${tag} ${key}`)]))].sort();
      // What is long has a class of its own, and may break.
      const known = new Set([...kinds(elements), "th class", "strong class", "wbr"]);
      expect(kinds(attacked).filter((kind) => !known.has(kind))).to.deep.equal([]);
      expect(named(attacked, "script")).to.have.length(named(elements, "script").length);
    });
  });
}
