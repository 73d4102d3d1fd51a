import { expect } from "chai";
import { describe, it } from "mocha";
import { chartStyle } from "../../../src/report/charts/chart-style.ts";
import { pageStyle } from "../../../src/report/page/page-style.ts";
import { toneDash } from "../../../src/report/page/tone.ts";
import { contrastOf } from "./contrast-of.ts";

const tones = Object.keys(toneDash);
/** Sizes of a trade are lines and no text. */
const sizes = ["small", "medium", "large"];

/** Variables of a rule of the style sheet, by name. */
function variables(rule: RegExp): Readonly<Record<string, string>> {
  const [, text = ""] = rule.exec(pageStyle) ?? [];
  return Object.fromEntries([...text.matchAll(/--([a-z]+):(#\w+)/g)].map(([, name = "", color = ""]) => [name, color]));
}

/** A colour that keeps a share of itself on another. */
function faded(color: string, paper: string, share: number): string {
  const part = (start: number): string => {
    const [own, under] = [color, paper].map((hex) => Number.parseInt(hex.slice(start, start + 2), 16));
    return Math.round(share * (own ?? 0) + (1 - share) * (under ?? 0))
      .toString(16)
      .padStart(2, "0");
  };
  return `#${[1, 3, 5].map(part).join("")}`;
}

describe("the colours of every page", () => {
  it("measures contrast as WCAG does", () => {
    expect(contrastOf("#000000", "#ffffff")).to.be.closeTo(21, 1e-9);
    expect(contrastOf("#777777", "#ffffff")).to.be.closeTo(4.48, 0.005);
  });

  const light = variables(/^:root\{([^}]*)\}/m);
  const themes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    light,
    dark: variables(/prefers-color-scheme:dark\)\{:root:not\(\.paper\)\{([^}]*)\}/),
    paper: { ...light, ...variables(/@media print\{\n:root\{([^}]*)\}/), bg: "#ffffff" },
  };
  const share = Number(/\.faded\{opacity:([\d.]+)\}/.exec(chartStyle)?.[1]);

  for (const [name, colors] of Object.entries(themes)) {
    const against = (tone: string, paper: "bg" | "wash"): number => contrastOf(colors[tone] ?? "", colors[paper] ?? "");

    it(`${name}: text can be read, on the page and in boxes`, () => {
      for (const tone of ["soft", ...tones.filter((each) => !sizes.includes(each))]) expect(against(tone, "bg"), tone).to.be.at.least(4.5);
      for (const tone of ["ink", "soft"]) expect(against(tone, "wash"), tone).to.be.at.least(4.5);
    });

    it(`${name}: lines can be seen, also those that others shine through`, () => {
      expect(share).to.be.within(0.5, 1);
      for (const tone of tones) expect(against(tone, "bg"), tone).to.be.at.least(3);
      for (const tone of tones.filter((each) => !sizes.includes(each)))
        expect(contrastOf(faded(colors[tone] ?? "", colors["bg"] ?? "", share), colors["bg"] ?? ""), tone).to.be.at.least(3);
    });
  }

  it("are on paper those of the light page, on white", () => {
    expect(pageStyle).to.match(/@media print\{\n:root\{[^}]*;--bg:#fff\}/);
  });

  it("never stand for something alone: nothing moves, and no text is made fainter", () => {
    expect(pageStyle + chartStyle).not.to.match(/transition:[^n]|animation:[^n]/);
    expect(pageStyle).to.contain("@media (prefers-reduced-motion:reduce)");
    expect(pageStyle).not.to.match(/opacity/);
  });
});
