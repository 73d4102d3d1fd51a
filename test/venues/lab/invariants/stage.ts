import { expect } from "chai";
import hre from "hardhat";
import { after, before, describe, it } from "mocha";
import { publishedArtifact } from "../../../../src/venues/chain/artifacts.ts";
import { actOperation } from "../../../../src/venues/chain/lab/invariants/act-operation.ts";
import { drawOperations } from "../../../../src/venues/chain/lab/invariants/draw-operations.ts";
import { observePool, type PoolObserver } from "../../../../src/venues/chain/lab/invariants/observe-pool.ts";
import { OPERATION_KINDS, type PoolOperation } from "../../../../src/venues/chain/lab/invariants/pool-operation.ts";
import { PoolStage } from "../../../../src/venues/chain/lab/invariants/pool-stage.ts";
import type { OperationRecord } from "../../../../src/venues/chain/lab/invariants/pool-step.ts";
import { readMany } from "../../../../src/venues/chain/lab/invariants/read-many.ts";
import { statedFee } from "../../../../src/venues/chain/lab/invariants/stated-fee.ts";
import { openPoolLab } from "../../../../src/venues/chain/lab/open-pool-lab.ts";
import type { PoolLab } from "../../../../src/venues/chain/lab/pool-lab.ts";
import { selector } from "../../../../src/venues/chain/selectors.ts";
import { v2Pair } from "../../../../src/venues/chain/v2-pair.ts";

const SEEDS = 12;
const OPERATIONS = 60;

describe("venues: operations on a pool, carried out", () => {
  let lab: PoolLab;
  let observe: PoolObserver;
  before(async () => {
    lab = await openPoolLab(hre.network, v2Pair({ artifact: publishedArtifact("UniswapV2Pair") }));
    observe = observePool(lab, statedFee(0.003), []);
  });
  after(() => lab.close());

  /** Two operations a block where the second asks for it. */
  async function carryOut(operations: readonly PoolOperation[]): Promise<readonly OperationRecord[]> {
    const stage = new PoolStage(lab, observe, await observe("latest"));
    const records: OperationRecord[] = [];
    let isOpen = false;
    for (const [index, operation] of operations.entries()) {
      const isLast: boolean = isOpen || operations[index + 1]?.seconds !== 0;
      stage.begin(index, operation, isOpen ? 0 : operation.seconds || 12, isLast);
      isOpen = !isLast;
      await actOperation(stage, operation);
      records.push(...(await stage.end()));
      // What was seen of a block as far as it was filled is what stands there when it is mined.
      if (isLast) expect(await observe("latest"), `operation ${index}`).to.deep.equal(stage.now);
    }
    return records;
  }

  it(`what is seen in the middle of a block is what is there once it is mined; all kinds do something, and hostile ones are refused (seeds 1 to ${SEEDS})`, async () => {
    const steps: { kind: string; operation: string; succeeded: boolean; isInside: boolean }[] = [];
    for (let seed = 1; seed <= SEEDS; seed += 1)
      await lab.tentatively(async () => {
        const records = await carryOut(drawOperations(seed, OPERATIONS));
        expect(records.map(({ index }) => index)).to.deep.equal(Array.from({ length: OPERATIONS }, (_, i) => i));
        const blocks = records.flatMap((record) => record.steps.map(({ block }) => block));
        expect(blocks, `seed ${seed}`).to.deep.equal([...blocks].sort((a, b) => a - b));
        for (const { operation, steps: some } of records)
          for (const { kind, succeeded, before: then, time } of some)
            steps.push({ kind, operation: operation.kind, succeeded, isInside: then.updatedAt === time });
      });
    const of = (operation: string, kind: string): readonly boolean[] =>
      steps.filter((step) => step.operation === operation && step.kind === kind).map(({ succeeded }) => succeeded);
    for (const operation of OPERATION_KINDS)
      if (operation !== "wait") expect(steps.filter((step) => step.operation === operation).length, operation).to.be.above(1);
    for (const operation of ["overdrawn-swap", "feeless-swap", "same-token-swap", "unpaid-swap"] as const) {
      const outcomes = of(operation, "raw-swap");
      expect(outcomes.length, operation).to.be.above(5);
      // An unpaid swap may be paid for by what somebody donated before it.
      if (operation !== "unpaid-swap") expect(outcomes, operation).not.to.include(true);
    }
    expect(of("exact-swap", "raw-swap").length).to.be.above(20);
    expect(of("exact-swap", "raw-swap")).not.to.include(false);
    expect(of("hostile-first-deposit", "withdrawal")).to.include(true);
    expect(of("swap", "swap").filter((each) => each).length).to.be.above(50);
    expect(steps.filter(({ isInside, kind }) => isInside && kind === "swap").length).to.be.above(20);
  });

  it("looks at everything as the pool itself says it", async () => {
    const { pair } = lab.places;
    await lab.do(lab.addCall("alice", 10n ** 21n, 10n ** 11n));
    await lab.do(lab.swapCall("bob", "sell", 10n ** 18n));
    await lab.do(lab.sendCall("mallory", "quote", "pair", 77n));
    const seen = await observe("latest");
    const { base, quote, supply } = await lab.state();
    expect([seen.reserves, seen.supply]).to.deep.equal([{ base, quote }, supply]);
    for (const asset of ["base", "quote"] as const) {
      expect(seen.pair[asset]).to.equal(await lab.balance("pair", asset));
      for (const who of ["alice", "bob", "mallory"] as const) expect(seen.wallets[who][asset]).to.equal(await lab.balance(who, asset));
    }
    expect(seen.liquidity.alice).to.equal(await lab.balance("alice", "liquidity"));
    expect(seen.pair.quote - seen.reserves.quote).to.equal(77n);
    const sum = await lab.read(pair, selector(lab.places.baseIsToken0 ? "price0CumulativeLast()" : "price1CumulativeLast()"));
    expect(seen.sums?.basePriceCumulative).to.equal(BigInt(sum!));
    expect(seen.fee).to.deep.equal({ kept: 997n, whole: 1000n });
  });

  it("asks many at once, and knows who did not answer", async () => {
    const { pair, base } = lab.places;
    const answers = await readMany(
      lab,
      [
        { to: pair, data: selector("totalSupply()") },
        { to: pair, data: selector("noSuchFunction()") },
        { to: `0x${"9".repeat(40)}`, data: selector("totalSupply()") },
        { to: base, data: selector("decimals()") },
        { to: pair, data: selector("getReserves()") },
      ],
      "latest",
    );
    const { supply } = await lab.state();
    expect(answers.slice(0, 4)).to.deep.equal([[supply], null, null, [18n]]);
    expect(answers[4]?.length).to.equal(3);
  });
});

describe("venues: operations on a pool, drawn", () => {
  it("the same seed draws the same, plain data; another seed draws others, and more begin with those of fewer", () => {
    const drawn = drawOperations(7, 40);
    expect(drawOperations(7, 40)).to.deep.equal(drawn);
    expect(JSON.parse(JSON.stringify(drawn))).to.deep.equal(drawn);
    expect(drawOperations(7, 60).slice(0, 40)).to.deep.equal(drawn);
    expect(drawOperations(8, 40)).not.to.deep.equal(drawn);
    for (const { parts, quoteParts } of drawn) for (const each of [parts, quoteParts]) expect(each).to.be.within(1, 900_000_000);
  });
});
