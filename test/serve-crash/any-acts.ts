import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { expectIdentities } from "../engine/expect-identities.ts";
import { type Act, someAct, transactionsOf } from "./random-acts.ts";
import { Refused, visit, type Visit } from "./visit.ts";

/** Does what visitors think of, some of it in bundles, and steps through the run. @returns how many transactions were taken */
async function actAll(guest: Visit, blocks: readonly (readonly Act[])[]): Promise<number> {
  let taken = 0;
  for (const acts of blocks) {
    const nonces = await Promise.all(
      guest.accounts.map(async ({ address }) => Number(await guest.ask("eth_getTransactionCount", [address, "pending"]))),
    );
    for (const { who, kind, ...how } of acts) {
      const account = guest.accounts[who];
      const nonce = nonces[who];
      if (account === undefined || nonce === undefined) throw new RangeError(`no visitor ${who}`);
      if (Number.isNaN(nonce)) continue;
      const scene = { addresses: guest.addresses, own: account.address, base: account.base, quote: account.quote, nonce, ...how };
      const raws = transactionsOf(kind, scene).map((fields, i) => guest.sign(who, { ...fields, nonce: nonce + i }));
      try {
        if (how.pick % 7 === 0 && how.isFlipped) {
          const height = Number(await guest.ask("eth_blockNumber"));
          await guest.ask("eth_callBundle", [{ txs: raws, blockNumber: `0x${(height + 1).toString(16)}`, stateBlockNumber: "latest" }]);
          await guest.ask("eth_sendBundle", [{ txs: raws, blockNumber: `0x${(height + 1).toString(16)}` }]);
          // Nobody knows whether it will be taken, so that who sent it says no more in this block.
          nonces[who] = NaN;
        } else {
          for (const raw of raws) {
            await guest.ask("eth_sendRawTransaction", [raw]);
            nonces[who] = (nonces[who] ?? 0) + 1;
            taken += 1;
          }
        }
      } catch (error) {
        if (!(error instanceof Refused) || error.message.includes("the run is over")) throw error;
      }
    }
    await guest.step();
  }
  return taken;
}

describe("whatever visitors do, every identity holds in every block", () => {
  for (const [oracle, fees] of [
    ["pool-spot", "first-price"],
    ["reference", "eip-1559"],
  ] as const) {
    it(`at random, with a lending market that believes ${oracle}, and fees by ${fees}`, async function () {
      this.timeout(600_000);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(someAct, { minLength: 2, maxLength: 6 }), { minLength: 25, maxLength: 25, size: "max" }),
          fc.integer({ min: 1, max: 1_000 }),
          async (blocks, seed) => {
            let taken = 0;
            const set = {
              "run.blocks": blocks.length + 2,
              "lending.oracle": oracle,
              "mempool.fees": fees,
              "lending.riskiest": 1.505,
              "lending.safest": 1.55,
              "lending.oracleSeconds": 30,
              "lending.auctionSeconds": 120,
              "lending.bidSeconds": 30,
              "mempool.gasLimit": 30_000_000,
            };
            const run = await visit(
              async (guest) => {
                const approvals = guest.accounts.map((_, who): Act => ({ who, kind: "approve", ppm: 0, pick: 0, isFlipped: false }));
                taken = await actAll(guest, [approvals, ...blocks]);
              },
              { set, seed },
            );
            expectIdentities(run.crash, blocks.length + 2);
            expect(taken).to.be.above(blocks.length);
          },
        ),
        { numRuns: 2, endOnFailure: true },
      );
    });
  }
});
