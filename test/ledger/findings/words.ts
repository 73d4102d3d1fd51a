import { expect } from "chai";
import { describe, it } from "mocha";
import { dollars, percent, tokens } from "../../../src/ledger/findings/words.ts";

describe("words of the findings", () => {
  const written: readonly (readonly [got: string, expected: string])[] = [
    [dollars(1_234.4), "$1,234"],
    [dollars(-1_234.6), "−$1,235"],
    [dollars(9.99), "$9.99"],
    [dollars(-0.5), "−$0.50"],
    [dollars(0), "$0.00"],
    [dollars(-0), "$0.00"],
    [dollars(136_000_000), "$136,000,000"],
    [percent(0.00371), "0.37 %"],
    [percent(-0.0379), "−3.79 %"],
    [percent(0.157), "15.7 %"],
    [percent(3.98), "398 %"],
    [percent(0), "0.00 %"],
    [tokens(38_100.4), "38,100"],
    [tokens(-1_410), "1,410"],
    [tokens(0.5), "0.50"],
  ];
  for (const [got, expected] of written) it(expected, () => expect(got).to.equal(expected));
});
