import type { Outcome, Trial, Tx } from "../../src/core/words.ts";
import { revertedIn } from "../../src/core/reverted-in.ts";
import { isWhole } from "../../src/core/is-whole.ts";

/** Where transactions are reverted as chance has it, but always the same after the same ones before: so a block can be held against its trial. */
export interface FakeChain {
  /** What becomes of transactions at the beginning of a block. */
  run(txs: readonly Tx[], before?: readonly Tx[]): readonly Outcome[];
  openTrial(): Trial;
  /** How often a trial was opened and closed. */
  readonly opened: number;
  readonly closed: number;
}

/** @param revertShare of a hundred transactions, how many are reverted */
export function fakeChain(seed: number, revertShare: number): FakeChain {
  const run: FakeChain["run"] = (txs, before = []) => {
    let state = before.reduce((at, tx) => next(at, tx, seed, revertShare).state, seed);
    return txs.map((tx) => {
      const after = next(state, tx, seed, revertShare);
      state = after.state;
      return { tx, success: after.success, gasUsed: 0n, effects: [], ...(after.success ? {} : { reason: "by chance" }) };
    });
  };
  let [opened, closed] = [0, 0];
  return {
    run,
    openTrial() {
      opened += 1;
      const kept: Tx[] = [];
      return {
        attempt(txs, mayRevert = []) {
          const reverted = revertedIn(run(txs, kept));
          const isKept = isWhole(reverted, mayRevert);
          if (isKept) kept.push(...txs);
          return { isKept, reverted };
        },
        dry: (txs) => run(txs, kept),
        close() {
          closed += 1;
        },
      };
    },
    get opened() {
      return opened;
    },
    get closed() {
      return closed;
    },
  };
}

/** A transaction that succeeds changes the state; a reverted one leaves it. */
function next(state: number, { id }: Tx, seed: number, revertShare: number): { readonly success: boolean; readonly state: number } {
  const drawn = mix(state ^ Math.imul(id + 1, 0x9e3779b1) ^ seed);
  const success = drawn % 100 >= revertShare;
  return { success, state: success ? drawn : state };
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
