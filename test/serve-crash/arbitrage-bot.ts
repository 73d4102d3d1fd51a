import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { describe, it } from "mocha";
import { expectIdentities } from "../engine/expect-identities.ts";
import { holdingsOf } from "./holdings-of.ts";
import { visit } from "./visit.ts";

const BOT = fileURLToPath(new URL("../../examples/own-bot/bot.ts", import.meta.url));

describe("the example's bot, in a process of its own", () => {
  it("wins bundles against the run's own searchers; the ledger finds its arbitrages, and its gain is that of its balances", async () => {
    let change: readonly bigint[] = [];
    let said = "";
    const { mev, crash } = await visit(
      async (guest) => {
        const own = guest.accounts[0]?.address ?? "";
        const start = await holdingsOf(guest, own);
        const first = Number(await guest.ask("eth_blockNumber"));
        const bot = spawn(process.execPath, [BOT, guest.wsUrl], { stdio: ["ignore", "pipe", "pipe"] });
        for (const stream of [bot.stdout, bot.stderr]) stream.on("data", (data: Buffer) => (said += data.toString()));
        const ended = once(bot, "close");
        while (bot.exitCode === null && Number(await guest.ask("eth_blockNumber")) < first + 40) await setTimeout(20);
        expect(bot.exitCode, said).to.equal(null);
        bot.kill();
        await ended;
        // What it has offered for the next block may still be taken.
        await guest.step();
        change = (await holdingsOf(guest, own)).map((amount, i) => amount - (start[i] ?? 0n));
      },
      { set: { "run.blocks": 60 } },
    );
    expectIdentities(crash, 60);
    const searcher = mev.searchers.find(({ account }) => account === "visitor-1");
    expect(searcher?.bundlesIncluded, said).to.be.above(2);
    expect(searcher).to.include({ reverted: 0 });
    const kinds = new Set(mev.extractions.kind.filter((_, i) => mev.extractions.account[i] === "visitor-1"));
    expect([...kinds]).to.include("arbitrage");
    expect(searcher?.profit).to.be.above(0);
    const row = mev.participants.find(({ participant }) => participant === "visitor");
    expect([row?.base, row?.quote, row?.gas]).to.deep.equal(change.map(String));
  });
});
