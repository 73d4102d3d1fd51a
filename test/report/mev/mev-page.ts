import { createHash } from "node:crypto";
import { expect } from "chai";
import { describe, it } from "mocha";
import type { MevResult } from "../../../src/core/mev-result.ts";
import { mevPage } from "../../../src/report/mev/mev-page.ts";
import { hostile } from "../hostile.ts";
import { readNumber } from "../page/read-number.ts";
import { readTable } from "../page/read-table.ts";
import { makeMev } from "./fixture.ts";
import { nothingExtracted } from "./nothing-extracted.ts";

const withoutCode = (page: string): string => page.replace(/<(script|style)[^>]*>[^]*?<\/\1>/g, "");
const elements = (page: string, name: string): string[] =>
  [...page.matchAll(new RegExp(`<${name}[^>]*>([^]*?)</${name}>`, "g"))].map((match) => match[1] ?? "");

/** Whether a number on the page is this one, to half of its last decimal; `–` stands for zero alone. */
function expectShown(text: string | undefined, value: number | undefined): void {
  if (text === "–") return void expect(value).to.equal(0);
  const read = readNumber(text ?? "");
  expect(read.value, text).to.be.closeTo(value ?? NaN, 0.500001 * Number(`1e-${read.digits}`));
}

describe("a page about extraction", () => {
  const result = makeMev("black-thursday", { compared: true });
  const page = mevPage(result);

  it("is the same for the same result", () => expect(mevPage(makeMev("black-thursday", { compared: true }))).to.equal(page));

  it("loads nothing, and leads only to its own blocks and to the crash beside it", () => {
    expect(withoutCode(page)).not.to.match(
      /\b(?:src|action|data|poster|srcset)\s*=|https?:|<(?:link|iframe|img|object|embed|base|form)\b/i,
    );
    const links = [...withoutCode(page).matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !link.startsWith("#"))).to.deep.equal(["crash.html"]);
    for (const link of links.filter((each) => each.startsWith("#"))) expect(page).to.contain(`id="${link.slice(1)}"`);
    for (const style of elements(page, "style")) expect(style).not.to.match(/url\(|@import|https?:/);
    expect(elements(page, "script").join("")).not.to.match(/fetch|XMLHttpRequest|WebSocket|import\(|https?:|innerHTML|eval/);
  });

  it("allows its own script and styles by their hashes and nothing else", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const [styles, scripts] = [elements(page, "style").map(hash), elements(page, "script").map(hash)];
    expect(styles).to.have.length(3);
    expect(scripts).to.have.length(1);
    expect(policy).to.equal(
      `default-src 'none'; style-src ${styles.join(" ")}; script-src ${scripts.join(" ")}; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.to.match(/<[a-z]+[^>]* (?:style|on[a-z]+)=/i);
  });

  it("takes no markup from texts, wherever they stand", () => {
    const marked = makeMev("black-thursday", { hostile, compared: true });
    const { kind, basis } = marked.extractions;
    const extractions = { ...marked.extractions, kind: kind.with(0, hostile), basis: basis.with(0, hostile) };
    const attacked = mevPage({ ...marked, extractions, settings: { [hostile]: hostile } });
    expect(attacked).not.to.match(/<img/i);
    expect(attacked.match(/<script/g)).to.have.length(1);
    const tags =
      withoutCode(attacked)
        .replace(/"[^"]*"/g, '""')
        .match(/<[^>]*>/g) ?? [];
    expect(tags.filter((tag) => /onerror|alert|=(?!"")/.test(tag))).to.deep.equal([]);
    expect(attacked).to.contain("sandwicher-2 =HYPERLINK(&quot;x&quot;)&lt;/script&gt;&lt;script&gt;alert(1)");
    // eslint-disable-next-line no-control-regex -- that none is left is the point
    expect(attacked).not.to.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
  });

  it("has the result's numbers by kind, and their sums", () => {
    const [, ...rows] = readTable(page, "What was extracted, by kind");
    const found = result.kinds.filter(({ count }) => count > 0);
    expect(rows.map(([name]) => name)).to.deep.equal(["Arbitrage", "Sandwich", "together"]);
    const values = ({ count, gross, toBuilder, burned, net, victims, victimLoss, poolGain }: MevResult["kinds"][number]): number[] => [
      count,
      gross,
      toBuilder,
      burned,
      net,
      victims,
      victimLoss,
      poolGain,
    ];
    found.forEach((row, index) => values(row).forEach((value, column) => expectShown(rows[index]?.[column + 1], value)));
    const [first, second] = found.map(values);
    first?.forEach((value, column) => expectShown(rows[2]?.[column + 1], value + (second?.[column] ?? NaN)));
  });

  it("has what everybody gained, and the same to the last unit with sums of zero", () => {
    const [, ...rows] = readTable(page, "Who gained what");
    expect(rows).to.have.length(result.participants.length);
    const exact = readTable(page, "Who gained what, in smallest units").slice(1);
    result.participants.forEach(({ participant, base, quote, gas, profit }, index) => {
      const [name, ...cells] = rows[index] ?? [];
      expect(name).to.equal(participant);
      [Number(base) / 1e18, Number(quote) / 1e6, Number(gas) / 1e18, profit].forEach((value, column) => expectShown(cells[column], value));
      const units = exact[index]?.slice(1).map((text) => text.replace("−", "-").replace("+", ""));
      expect(units).to.deep.equal([base, quote, gas]);
    });
    expect(exact.at(-1)).to.deep.equal(["together", "0", "0", "0"]);
  });

  it("has the searchers', the traders' and the compared runs' numbers", () => {
    const searchers = readTable(page, "Searchers: what became of their attempts").slice(1);
    result.searchers.forEach((row, index) => {
      const { account, bundlesOffered, bundlesIncluded, mined, reverted, gasPaid, gasWasted, paid, profit } = row;
      const [name, ...cells] = searchers[index] ?? [];
      expect(name).to.equal(account);
      [bundlesOffered, bundlesIncluded, mined, reverted, gasPaid, gasWasted, paid, profit].forEach((value, column) =>
        expectShown(cells[column], value),
      );
    });
    expect(readTable(page, "Traders: executed against quote")[1]).to.deep.equal([
      "trader",
      "720",
      "80",
      "2,898,419",
      "+0.017 %",
      "1",
      "579",
    ]);
    expect(readTable(page, "With and without sandwichers")[1]).to.deep.equal([
      "loss of traders, quote",
      "4,520",
      "0",
      "4,520",
      "3,101 to 5,940",
    ]);
    expect(readTable(page, "What senders call themselves, and what they did")[2]).to.deep.equal(["trader", "31", "–", "6", "–", "683"]);
  });

  it("has a row for each transaction of a block that it holds, with its effect on the price and what it was found to be", () => {
    const [, ...rows] = readTable(page, "The order of block 3007");
    const { transactions } = result;
    const own = transactions.block.flatMap((block, row) => (block === 3_007 ? [row] : []));
    expect(rows).to.have.length(own.length);
    own.forEach((row, place) => {
      const [index, account, sender, what, , channel, before, after, gwei, payment, gain] = rows[place] ?? [];
      expect([Number(index), account, sender, channel]).to.deep.equal([
        transactions.index[row],
        transactions.account[row],
        transactions.sender[row],
        transactions.channel[row],
      ]);
      expectShown(before, transactions.priceBefore[row]);
      expectShown(after === "the same" ? before : after, transactions.priceAfter[row]);
      expectShown(gwei, transactions.gasPriceGwei[row]);
      expectShown(payment, transactions.payment[row]);
      expectShown(gain, transactions.gain[row]);
      expect(what?.startsWith("reverted")).to.equal(transactions.success[row] === false);
    });
    expect(rows.map((row) => row[4])).to.deep.equal([
      "sandwich",
      "victim of sandwicher-2; arbitrage",
      "–",
      "–",
      "–",
      "–",
      "sandwich",
      ...own.slice(7).map(() => "–"),
    ]);
  });

  it("sums every extraction up in the table beside its timeline", () => {
    const [head = [], ...rows] = readTable(page, "Extraction over the run, as a table");
    const sum = (column: number): number => rows.reduce((total, row) => total + Number((row[column] ?? "").replace(/[$,–]/g, "")), 0);
    expect(sum(2)).to.equal(result.blocks.block.length);
    expect(head.slice(3)).to.deep.equal(["Arbitrage", "Sandwich", "cost to others"]);
    const count = (name: string): number => result.extractions.kind.filter((kind) => kind === name).length;
    expect([sum(3), sum(4)]).to.deep.equal([count("arbitrage"), count("sandwich")]);
    const costs = result.extractions.gross.map((gross, row) => Math.max(gross, result.extractions.victimLoss[row] ?? 0));
    expect(sum(5)).to.be.closeTo(
      costs.reduce((total, cost) => total + cost, 0),
      rows.length,
    );
  });

  it("draws a step for each transaction, and a dot for each block that it holds", () => {
    const details = [...page.matchAll(/<details class="block bulk">[^]*?<\/details>/g)].map((match) => match[0]);
    expect(details).to.have.length(new Set(result.extractions.block).size);
    expect(page.match(/<a [^>]*tabindex="-1"><svg[^>]*><title>[^<]*<\/title><path class="dot/g)).to.have.length(details.length);
    const block = details.find((each) => each.includes('id="block-3007"')) ?? "";
    const path = /class="pool" d="([^"]*)"/.exec(block)?.[1] ?? "";
    expect(path.match(/V/g)).to.have.length(result.transactions.block.filter((height) => height === 3_007).length);
    expect(block.match(/class="faded own t-loss"/g)).to.have.length(2);
    expect(block.match(/class="faded victim t-loss"/g)).to.have.length(1);
    expect(block.match(/class="faded own t-arbitrage"/g)).to.have.length(1);
  });

  const pages: Readonly<Record<string, MevResult>> = {
    "sealed bids": makeMev("may-19"),
    "nothing extracted": nothingExtracted(),
    "no blocks": { ...nothingExtracted(), blocks: empty(result.blocks) },
    "one block": { ...result, blocks: first(result.blocks) },
    "extractions of blocks that are not there": { ...result, blocks: first(result.blocks), transactions: empty(result.transactions) },
    "kinds without extractions": { ...nothingExtracted(), kinds: result.kinds },
  };
  for (const [name, odd] of Object.entries(pages)) {
    it(`holds together with ${name}`, () => {
      const text = withoutCode(mevPage(odd));
      expect(text).not.to.match(/NaN|undefined|Infinity|\[object/);
      for (const tag of ["section", "details", "table", "svg", "ul", "ol", "figure", "path", "a"]) {
        const opened = text.match(new RegExp(`<${tag}[ >]`, "g"))?.length ?? 0;
        const closed =
          (text.match(new RegExp(`</${tag}>`, "g"))?.length ?? 0) + (tag === "path" ? (text.match(/<path[^>]*\/>/g)?.length ?? 0) : 0);
        expect(closed, tag).to.equal(opened);
      }
    });
  }

  it("says that nothing was extracted where nothing was", () => {
    const text = mevPage(nothingExtracted());
    expect(text).to.contain("Nothing was extracted in 31 blocks.");
    expect(text).not.to.match(/<details class="block"|What cost others most/);
  });
});

function empty<T extends object>(columns: T): T {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, []])) as unknown as T;
}

function first<T extends object>(columns: T): T {
  return Object.fromEntries(
    Object.entries<unknown[]>(columns as never).map(([name, column]) => [name, column.slice(0, 1)]),
  ) as unknown as T;
}
