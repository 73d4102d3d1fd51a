import { expect } from "chai";
import { SigningKey, Transaction, Wallet } from "ethers";
import { describe, it } from "mocha";
import { walletKey } from "../../src/venues/chain/layout.ts";
import { expectIdentities } from "../engine/expect-identities.ts";
import { scriptCode } from "./script-code.ts";
import { Refused, visit, type Visit } from "./visit.ts";

async function refusal(answer: Promise<unknown>): Promise<string> {
  return answer.then(
    (result) => `accepted: ${String(result)}`,
    (error: unknown) => (error instanceof Refused ? `${error.code} ${error.message}` : Promise.reject(error as Error)),
  );
}

function signedBy(key: string, fields: ConstructorParameters<typeof Object>[0]): string {
  const transaction = Transaction.from({
    type: 2,
    chainId: 31_337,
    nonce: 0,
    gasLimit: 21_000n,
    maxFeePerGas: 10n ** 12n,
    maxPriorityFeePerGas: 0n,
    ...fields,
  });
  transaction.signature = new SigningKey(key).sign(transaction.unsignedHash);
  return transaction.serialized;
}

describe("what a served run refuses", () => {
  it("transactions that no node would take, each with its reason, and the run goes on", async () => {
    const { crash } = await visit(
      async (guest) => {
        const to = guest.accounts[1]?.address ?? "";
        const send = (raw: string): Promise<string> => refusal(guest.ask("eth_sendRawTransaction", [raw]));
        const own = (fields: object): string => guest.sign(0, { nonce: 0, to, gasLimit: 21_000n, ...fields });
        expect(await send("0x1234")).to.equal("-32000 the bytes are no signed transaction");
        expect(await send(`${own({})}00`)).to.equal("-32000 the bytes are no signed transaction");
        expect(await send(Transaction.from(own({})).unsignedSerialized)).to.include("not signed");
        expect(await send(own({ chainId: 1 }))).to.include("-32000 invalid chain id: 1");
        expect(
          await send(
            signedBy(walletKey("visitor-1"), {
              type: 0,
              chainId: 0,
              to,
              maxFeePerGas: undefined,
              maxPriorityFeePerGas: undefined,
              gasPrice: 10n ** 12n,
            }),
          ),
        ).to.include("invalid chain id");
        expect(await send(signedBy(Wallet.createRandom().privateKey, { to }))).to.include("is no visitor");
        expect(await send(signedBy(walletKey("trader-1"), { to })), "keys of the run's own are no secret").to.include("is no visitor");
        expect(await send(own({ nonce: 1 }))).to.equal("-32000 nonce too high: next nonce 0, tx nonce 1");
        expect(await send(own({ gasLimit: 20_000n }))).to.include("requires at least 21000 gas");
        expect(await send(own({ gasLimit: 25_000_000n }))).to.include("exceeds block gas limit");
        expect(await send(own({ value: 10n ** 24n }))).to.include("enough funds");
        expect(await send(own({ to: null, data: `0x${"00".repeat(60_000)}`, gasLimit: 9_000_000n }))).to.include("49152");
        expect(await send(own({ type: 4, authorizationList: [] }))).to.include("type not supported: 4");

        expect(await send(own({}))).to.include("accepted: 0x");
        expect(await send(own({}))).to.equal("-32000 already known");
        expect(await send(own({ value: 1n }))).to.include("replacement transaction underpriced");
        expect(await send(own({ value: 1n, maxFeePerGas: 4_000n * 10n ** 9n, maxPriorityFeePerGas: 2_200n * 10n ** 9n }))).to.include(
          "accepted",
        );
        await guest.step();
        expect(await send(own({}))).to.include("nonce too low");
      },
      { set: { "run.blocks": 3 } },
    );
    expectIdentities(crash, 3);
    expect(crash.senders.find(({ sender }) => sender === "visitor")).to.include({ submitted: 1, replaced: 1, mined: 1 });
  });

  it("bundles that cannot be, and leaves out those that fail, pay nothing, come too late or were cancelled", async () => {
    const uuid = "3f0a6d0e-8f4c-4a1d-9d6c-0d6a2c1c7e11";
    const { crash, mev } = await visit(
      async (guest) => {
        const to = guest.accounts[1]?.address ?? "";
        const height = async (ahead = 1): Promise<string> => `0x${(Number(await guest.ask("eth_blockNumber")) + ahead).toString(16)}`;
        const send = async (txs: readonly string[], more: object = {}): Promise<string> =>
          refusal(guest.ask("eth_sendBundle", [{ txs, blockNumber: await height(), ...more }]));
        const pay = (who: number, nonce = 0): string => guest.sign(who, { nonce, to, value: 1n, gasLimit: 21_000n });
        const fail = (who: number, nonce = 0): string => guest.sign(who, { nonce, to: null, data: scriptCode([], "revert") });
        expect(await send([signedBy(walletKey("trader-1"), { to })])).to.include("neither waits in public nor is signed by a visitor");
        expect(await send([pay(0)], { blockNumber: await height(0) })).to.include("is mined");
        const { timestamp } = (await guest.ask("crash_referencePrice")) as { timestamp: number };
        const accepted = [
          await send([fail(0)]),
          await send([pay(0, 1)]),
          await send([pay(0)], { minTimestamp: timestamp + 1 }),
          await send([pay(0)], { maxTimestamp: timestamp - 1 }),
          await send([pay(1)], { replacementUuid: uuid }),
          await send([guest.sign(0, { nonce: 0, to, gasLimit: 21_000n, maxPriorityFeePerGas: 1n })]),
        ];
        for (const answer of accepted) expect(answer).to.include("accepted");
        expect(await guest.ask("eth_cancelBundle", [{ replacementUuid: uuid }])).to.equal(true);
        expect(await guest.ask("eth_cancelBundle", [{ replacementUuid: uuid }])).to.equal(false);
        await guest.step();
        expect(Number(await guest.ask("eth_getTransactionCount", [guest.accounts[0]?.address]))).to.equal(0);

        const raw = fail(0);
        expect(await send([pay(2), raw], { revertingTxHashes: [Transaction.from(raw).hash] })).to.include("accepted");
        await guest.step();
        expect(Number(await guest.ask("eth_getTransactionCount", [guest.accounts[0]?.address]))).to.equal(1);
      },
      { set: { "run.blocks": 4, "agents.turnover": 0, "agents.arbitrageurs": 0, "agents.crossPoolArbitrageurs": 0 } },
    );
    expectIdentities(crash, 4);
    expect(mev.bundlesLeftOut).to.deep.equal({ nonce: 1, price: 1, reverted: 1 });
    expect(
      mev.transactions.success.filter(
        (_, i) => mev.transactions.channel[i] === "bundle" && mev.transactions.account[i]?.startsWith("visitor-"),
      ),
    ).to.deep.equal([true, false]);
  });

  it("more promises than an account can pay: what its ETH covers is mined, and nothing breaks", async () => {
    const { crash } = await visit(
      async (guest) => {
        const half = (guest.accounts[0]?.gas ?? 0n) / 2n;
        const to = guest.accounts[1]?.address ?? "";
        for (let nonce = 0; nonce < 4; nonce += 1)
          await guest.ask("eth_sendRawTransaction", [guest.sign(0, { nonce, to, value: half - 10n ** 18n, gasLimit: 21_000n })]);
        for (let i = 0; i < 3; i += 1) await guest.step();
        expect(Number(await guest.ask("eth_getTransactionCount", [guest.accounts[0]?.address]))).to.equal(2);
      },
      { set: { "run.blocks": 4 } },
    );
    expectIdentities(crash, 4);
    expect(crash.senders.find(({ sender }) => sender === "visitor")).to.include({ submitted: 4, mined: 2, stillPending: 2 });
  });

  it("ten thousand transactions a block: all but 64 an account get an error, and the run keeps its pace", async () => {
    const counts = { accepted: 0, known: 0, limited: 0, other: [] as string[] };
    const flood = async (guest: Visit): Promise<void> => {
      const to = guest.accounts[1]?.address ?? "";
      const raws = Array.from({ length: 70 }, (_, nonce) =>
        guest.sign(0, { nonce, to, value: 1n, gasLimit: 21_000n, maxFeePerGas: 1n, maxPriorityFeePerGas: 0n }),
      );
      for (let batch = 0; batch < 100; batch += 1) {
        const requests = Array.from({ length: 100 }, (_, i) => ({
          jsonrpc: "2.0",
          id: i,
          method: "eth_sendRawTransaction",
          params: [raws[(100 * batch + i) % 70]],
        }));
        const response = await fetch(guest.url, { method: "POST", body: JSON.stringify(requests) });
        for (const { error } of JSON.parse(await response.text())) {
          if (error === undefined) counts.accepted += 1;
          else if (error.message === "already known") counts.known += 1;
          else if (error.code === -32_005) counts.limited += 1;
          else counts.other.push(error.message);
        }
      }
    };
    const { crash } = await visit(
      async (guest) => {
        await flood(guest);
        await guest.step();
      },
      { set: { "run.blocks": 3 } },
    );
    expectIdentities(crash, 3);
    expect(counts).to.deep.equal({ accepted: 64, known: 10_000 - 64 - counts.limited, limited: counts.limited, other: [] });
    expect(counts.limited).to.be.above(800);
    expect(crash.senders.find(({ sender }) => sender === "visitor")).to.include({ submitted: 64, mined: 0, stillPending: 64 });
  });
});
