import { expect } from "chai";
import { describe, it } from "mocha";
import { pageColors } from "../../../src/report/page/page-colors.ts";
import { heatColors } from "../../../src/report/sweep/heat-colors.ts";
import { contrastOf } from "../page/contrast-of.ts";

describe("the colours of heat maps", () => {
  for (const scheme of ["light", "dark"] as const) {
    const { diverging, sequential } = heatColors[scheme];
    const { ink } = pageColors[scheme];

    it(`${scheme}: text is readable on every step`, () => {
      for (const color of [...diverging, ...sequential]) expect(contrastOf(color, ink), color).to.be.at.least(4.5);
    });

    it(`${scheme}: steps go further from the page one by one, to both sides`, () => {
      expect([diverging.length, sequential.length]).to.deep.equal([11, 9]);
      const away = (colors: readonly string[]): void => {
        const contrasts = colors.map((color) => contrastOf(color, ink));
        contrasts.slice(1).forEach((each, step) => expect(each, colors[step + 1]).to.be.below(contrasts[step] ?? 0));
      };
      away(sequential);
      away(diverging.slice(5));
      away(diverging.slice(0, 6).reverse());
    });
  }
});
