import { expect } from "chai";
import { describe, it } from "mocha";
import type { TextLinks } from "../../scripts/docs/inline-markup.ts";
import { markdownPage } from "../../scripts/docs/markdown-page.ts";
import { hostile } from "../report/hostile.ts";
import { readPage } from "../report/page/read-page.ts";

const links: TextLinks = {
  ofWord: (word) => (word === "pool.fee" ? "settings.html#pool.fee" : undefined),
  ofHref: (href) => (href === "other.md" ? "other.html" : null),
};

/** All that a page has, as one piece of markup. */
function markupOf(text: string): string {
  const { intro, sections } = markdownPage(text, links);
  return [...intro, ...sections.map(({ content }) => content)].map(({ markup }) => markup).join("");
}

describe("Markdown as a page", () => {
  it("has the first heading as its title, and a section for every heading of the second level", () => {
    const page = markdownPage("# A `title`\n\nIntro.\n\n## One, two\n\ntext\n\n### Within\n\n## Three\n", links);
    expect(page.title).to.equal("A title");
    expect(page.intro.map(({ markup }) => markup)).to.deep.equal(["<p>Intro.</p>\n"]);
    expect(page.sections.map(({ id, title }) => [id, title])).to.deep.equal([
      ["one-two", "One, two"],
      ["three", "Three"],
    ]);
    expect(page.targets).to.deep.equal([{ label: "Within", id: "within" }]);
  });

  it("keeps every blank and line of code, and escapes it", () => {
    expect(markupOf('# T\n\n```ts\nif (a < b) {\n  c("&");\n}\n```\n')).to.equal(
      '<pre tabindex="0" role="group" aria-label="TypeScript"><code>if (a &lt; b) {\n  c(&quot;&amp;&quot;);\n}</code></pre>\n',
    );
  });

  it("leads from names in code and from links to pages, and not from files that are none", () => {
    expect(markupOf("# T\n\n`pool.fee`, `other`, [a page](other.md), [a file](../src/x.ts).\n")).to.equal(
      '<p><a href="settings.html#pool.fee"><code>pool.fee</code></a>, <code>other</code>, <a href="other.html">a page</a>, a file.</p>\n',
    );
  });

  it("makes tables with a caption each, numbers to the right", () => {
    const elements = readPage(markupOf("# T\n\n## Rows\n\n| a | b |\n|---|---:|\n| x | 1 |\n\n| c |\n|---|\n| y |\n"));
    expect(elements.filter(({ tag }) => tag === "caption").map(({ children }) => children[0])).to.deep.equal(["Rows", "Rows (2)"]);
    expect(elements.filter(({ tag }) => tag === "td").map(({ attributes }) => attributes["class"])).to.deep.equal(["number"]);
  });

  it("takes no markup from text and code, wherever it stands", () => {
    const line = hostile.replace(/[\r\n]/g, " ").replaceAll("|", "");
    for (const text of [`\`\`\`sh\n${hostile} # ${hostile}\n\`\`\``, `- \`\` ${line} \`\``, `| \`\` ${line} \`\` |\n|---|\n| x |`]) {
      const tags = readPage(markupOf(`# T\n\n${text}\n`)).map(({ tag }) => tag);
      expect(
        tags.filter((tag) => ["script", "img"].includes(tag)),
        text,
      ).to.deep.equal([]);
    }
  });

  for (const [what, text] of [
    ["HTML", "# T\n\n<div>x</div>\n"],
    ["HTML in a line", "# T\n\na <b>x</b>\n"],
    ["a picture", "# T\n\n![x](y.png)\n"],
    ["a fourth level", "# T\n\n#### x\n"],
    ["no title", "Text.\n"],
  ] as const)
    it(`refuses ${what}`, () => {
      expect(() => markdownPage(text, links)).to.throw(Error);
    });

  it("leaves comments out", () => {
    expect(markupOf("# T\n\n<!-- run: x -->\n\ntext\n")).to.equal("<p>text</p>\n");
  });
});
