import { expect } from "chai";
import { describe, it } from "mocha";
import { pageStyle } from "../../../src/report/page-style.ts";
import { heatColors } from "../../../src/report/sweep/heat-colors.ts";

/** Relative luminance of a colour in sRGB (WCAG 2.2, definitions). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (bright + 0.05) / (dark + 0.05);
}

describe("the colours of heat maps", () => {
  const inks = [...pageStyle.matchAll(/--ink:(#\w{6})/g)].map((match) => match[1] ?? "");

  it("measures contrast as WCAG does", () => {
    expect(contrast("#000000", "#ffffff")).to.be.closeTo(21, 1e-9);
    expect(contrast("#777777", "#ffffff")).to.be.closeTo(4.48, 0.005);
  });

  (["light", "dark"] as const).forEach((scheme, index) => {
    const { diverging, sequential } = heatColors[scheme];
    const ink = inks[index] ?? "";

    it(`${scheme}: text is readable on every step`, () => {
      expect(ink).to.match(/^#\w{6}$/);
      for (const color of [...diverging, ...sequential]) expect(contrast(color, ink), color).to.be.at.least(4.5);
    });

    it(`${scheme}: steps go further from the page one by one, to both sides`, () => {
      expect([diverging.length, sequential.length]).to.deep.equal([11, 9]);
      const away = (colors: readonly string[]): void => {
        const contrasts = colors.map((color) => contrast(color, ink));
        contrasts.slice(1).forEach((each, step) => expect(each, colors[step + 1]).to.be.below(contrasts[step] ?? 0));
      };
      away(sequential);
      away(diverging.slice(5));
      away(diverging.slice(0, 6).reverse());
    });
  });
});
