import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { cleanText } from "../../src/report/clean-text.ts";
import { escapeHtml, markup } from "../../src/report/page/markup.ts";
import { wrapText } from "../../src/report/wrap-text.ts";
import { hostile } from "./hostile.ts";

describe("text of unknown origin", () => {
  it("loses terminal commands whole", () => {
    expect(cleanText("a\u001b[31;1mred\u001b[0m \u001b]0;title\u0007b\u001b]8;;x\u001b\\c \u009b2Jd\r\n\te")).to.equal("ared bc d e");
  });

  it("keeps letters of every language and loses direction marks", () => {
    expect(cleanText("  Schwarzer Donnerstag – 黒い木曜日 🐻 \u202egpj.exe\u2066 ")).to.equal(
      "Schwarzer Donnerstag – 黒い木曜日 🐻 gpj.exe",
    );
  });

  it("never leaves a control character, whatever comes in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const cleaned = cleanText(text);
        // eslint-disable-next-line no-control-regex -- that none is left is the point
        expect(cleaned).not.to.match(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/u);
        expect(cleanText(cleaned)).to.equal(cleaned);
      }),
    );
  });

  it("cannot open or close anything in a page", () => {
    expect(escapeHtml(hostile)).not.to.match(/[<>"'`]|&(?!amp;|lt;|gt;|quot;|#39;|#96;)/);
    expect(markup`<p title="${'" onload="x'}">${"<b>"}${markup`<i>`}</p>`.markup).to.equal(
      '<p title="&quot; onload=&quot;x">&lt;b&gt;<i></p>',
    );
  });

  it("is wrapped within the width without losing a letter", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 5, max: 40 }), fc.integer({ min: 0, max: 4 }), (raw, width, hang) => {
        const text = cleanText(raw);
        const lines = wrapText(text, width, hang);
        for (const line of lines) expect([...line].length).to.be.at.most(width);
        expect(lines.join("").replaceAll(" ", "")).to.equal(text.replaceAll(" ", ""));
      }),
    );
  });
});
