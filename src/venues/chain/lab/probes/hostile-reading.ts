import type { HostileCase, HostileReading } from "../../../../core/probe-result.ts";
import { CrashError } from "../../../../core/errors.ts";
import { selector } from "../../selectors.ts";
import type { LabCall, LabState, PoolLab } from "../pool-lab.ts";
import { fillLab } from "./fill-lab.ts";
import { type HostileOperation, type HostileToken, hostileTokens } from "./hostile-tokens.ts";
import { partOf } from "./part-of.ts";
import type { OpenLab } from "./open-lab.ts";
import { refused } from "./refused.ts";

/** Of what the pool or a wallet holds. */
const SIZE = 0.01;
/** What lies in the pair above its reserves while it is called back. */
const SPARE = 0.0001;
/** Reserves of a pair fit 112 bits; a deposit above is refused, and one below 100 leaves room. */
const ROOM = 2n ** 100n;

/** Before and after. */
interface Books {
  readonly state: LabState;
  readonly base: bigint;
  readonly quote: bigint;
}

/**
 * What becomes of a pool whose quote token misbehaves: each token in a laboratory of its own, each operation on the pool as it stands and taken back. The pool is whole where it holds its reserves and √(xy) per share
 * has not fallen; the operation is clean where a success moved what it says, a failure moved nothing, and no call got in in the middle.
 *
 * @param whole tokens of base and of quote in the pool
 */
export async function hostileReading(open: OpenLab, whole: { readonly base: number; readonly quote: number }): Promise<HostileReading> {
  const cases: HostileCase[] = [];
  for (const hostile of hostileTokens()) cases.push(...(await casesOf(open, hostile, whole)));
  return { cases, held: cases.filter(({ isWhole, isClean }) => isWhole && isClean).length };
}

async function casesOf(
  open: OpenLab,
  hostile: HostileToken,
  whole: { readonly base: number; readonly quote: number },
): Promise<readonly HostileCase[]> {
  let lab: PoolLab;
  try {
    lab = await open({ quote: hostile.token });
  } catch (error) {
    if (!(error instanceof CrashError)) throw error;
    // A pool that does not even begin between such tokens has lost nothing.
    return [{ token: hostile.title, operation: "its creation", success: false, reason: error.message, isWhole: true, isClean: true }];
  }
  try {
    const base = unitsOf(whole.base, 18);
    const wanted = unitsOf(whole.quote, hostile.token.decimals);
    const cases: HostileCase[] = [];
    let quote = wanted;
    while (quote >= ROOM) quote /= 10n;
    if (quote !== wanted) cases.push(await judged(lab, hostile, "a first deposit above 112 bits", [], lab.addCall("alice", base, wanted)));
    await fillLab(lab, base, quote);
    for (const operation of hostile.operations) cases.push(await caseOf(lab, hostile, operation));
    return cases;
  } finally {
    await lab.close();
  }
}

async function caseOf(lab: PoolLab, hostile: HostileToken, operation: HostileOperation): Promise<HostileCase> {
  const { base, quote } = await lab.state();
  const liquidity = await lab.balance("alice", "liquidity");
  const spare = [
    lab.sendCall("mallory", "base", "pair", partOf(base, SPARE)),
    lab.sendCall("mallory", "quote", "pair", partOf(quote, SPARE)),
    lab.sendCall("alice", "liquidity", "pair", partOf(liquidity, SPARE)),
  ];
  const call = ((): LabCall => {
    switch (operation) {
      case "a sale":
        return lab.swapCall("bob", "sell", partOf(base, SIZE));
      case "a purchase":
        return lab.swapCall("bob", "buy", partOf(quote, SIZE));
      case "a deposit":
        return lab.addCall("bob", partOf(base, SIZE), partOf(quote, SIZE));
      case "a withdrawal":
        return lab.removeCall("alice", partOf(liquidity, SIZE));
      case "skim":
        return lab.pairCall("bob", "skim(address)", [lab.address("bob")]);
    }
  })();
  const before = hostile.hasSpare ? spare : operation === "skim" ? spare.slice(0, 2) : [];
  return judged(lab, hostile, operation, [...before, ...(hostile.arm?.(lab) ?? [])], call);
}

async function judged(
  lab: PoolLab,
  { title }: HostileToken,
  operation: string,
  before: readonly LabCall[],
  call: LabCall,
): Promise<HostileCase> {
  return lab.tentatively(async () => {
    for (const each of before) {
      const { success, reason } = await lab.do(each);
      if (!success) throw refused("what is to be sent to it", reason);
    }
    const start = await booksOf(lab);
    const { success, reason, gained } = await lab.do(call);
    const end = await booksOf(lab);
    const got = await successesOf(lab);
    const moved = [gained.base, gained.quote, gained.liquidity];
    const isStill =
      moved.every((amount) => amount === 0n) && start.base === end.base && start.quote === end.quote && sameState(start.state, end.state);
    const isDone = moved.some((amount) => amount > 0n) && hasBoth(operation, gained);
    return {
      token: title,
      operation,
      success,
      reason: success ? null : (reason ?? "without a reason"),
      isWhole: isWhole(start, end),
      isClean: got === 0n && (success ? isDone : isStill),
    };
  });
}

/** Whether a success moved what it is for, both ways. */
function hasBoth(
  operation: string,
  { base, quote, liquidity }: { readonly base: bigint; readonly quote: bigint; readonly liquidity: bigint },
): boolean {
  switch (operation) {
    case "a sale":
      return base < 0n && quote > 0n;
    case "a purchase":
      return base > 0n && quote < 0n;
    case "a withdrawal":
      return base > 0n && quote > 0n && liquidity < 0n;
    case "skim":
      return base > 0n && quote > 0n;
    default:
      return base < 0n && quote < 0n && liquidity > 0n;
  }
}

/** Reserves are covered, and √(xy) per share is not less. */
function isWhole(start: Books, { state, base, quote }: Books): boolean {
  const [before, after] = [start.state, state];
  const hasFallen = after.base * after.quote * before.supply * before.supply < before.base * before.quote * after.supply * after.supply;
  return base >= after.base && quote >= after.quote && !hasFallen;
}

function sameState(one: LabState, other: LabState): boolean {
  return one.base === other.base && one.quote === other.quote && one.supply === other.supply;
}

async function booksOf(lab: PoolLab): Promise<Books> {
  return { state: await lab.state(), base: await lab.balance("pair", "base"), quote: await lab.balance("pair", "quote") };
}

/** How often the token got in in the middle of a call; 0 of a token that does not try. */
async function successesOf(lab: PoolLab): Promise<bigint> {
  const answer = await lab.read(lab.places.quote, selector("successes()"));
  return answer === null || answer === "0x" ? 0n : BigInt(answer);
}

/** Whole tokens in smallest units, to nine digits. */
function unitsOf(tokens: number, decimals: number): bigint {
  return (BigInt(Math.round(tokens * 1e9)) * 10n ** BigInt(decimals)) / 1_000_000_000n;
}
