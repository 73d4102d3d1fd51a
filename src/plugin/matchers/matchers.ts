import type {} from "chai";
import type { BookName } from "../../core/result.ts";
import type { LineName } from "../../core/line-name.ts";
import type { CrashOptions } from "../../crash.ts";
import type { PoolBinding } from "../../venues/chain/pool-binding.ts";
import { argumentError } from "./arguments/argument-error.ts";
import { claimOf } from "./claim-of.ts";
import type { CrashAssertion } from "./crash-assertion.ts";
import { crashOfOptions } from "./crash-of-options.ts";
import { LazyCrash } from "./lazy-crash.ts";
import type { MatcherCall } from "./matcher-call.ts";
import type { MatcherName } from "./matcher-name.ts";
import { type AttackOptions, LazyPool } from "./pool/lazy-pool.ts";
import { subjects } from "./subjects.ts";

declare global {
  // Chai's own types are extended this way.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Chai {
    interface Assertion {
      /** √(xy) of the pool never falls from one block to the next by more than this share of it, but for liquidity that leaves. */
      keepInvariant(tolerance?: number): CrashAssertion;
      /** The ledger's identities hold. */
      conserveTokens(): CrashAssertion;
      /** A book loses no more than a share of its start capital; than `hold`, no more than that against keeping the tokens. */
      loseAtMost(share: number, options?: { readonly book?: BookName; readonly than?: "start" | "hold" }): CrashAssertion;
      /** A line of a book's statement comes to at least a share of its start capital. */
      earnAtLeast(
        share: number,
        options?: { readonly book?: BookName; readonly line?: LineName | "total"; readonly perDay?: boolean },
      ): CrashAssertion;
      /** A trade of this size costs no more than a share of its worth, in every block or in the quantile's share of blocks. */
      slipAtMost(
        share: number,
        options: { readonly quantile?: number } & (
          { readonly sell: 10_000 | 100_000 | 1_000_000 } | { readonly buy: 10_000 | 100_000 | 1_000_000 }
        ),
      ): CrashAssertion;
      /** Whenever the pool's price is farther than the gap from the reference, it is back in so many seconds. */
      recoverWithin(seconds: number, options: { readonly gap: number }): CrashAssertion;
      /** Searchers and arbitrageurs gain no more than a share of what traders trade. */
      leakAtMost(share: number): CrashAssertion;
      /** The pool's price stays within a share of the reference, in the quantile's share of blocks. */
      trackReference(share: number, options?: { readonly quantile?: number }): CrashAssertion;
      /** Depth within 2 % never falls below a share of that at the start. */
      stayLiquid(share: number): CrashAssertion;
    }
  }
}

/**
 * A run that is made when an assertion about it is awaited; each assertion makes its own.
 *
 * @param options as those of `runCrash`
 * @throws InputError `MATCHER_ARGUMENT` for options that compare runs
 */
export function crashOf(options: CrashOptions = {}): LazyCrash {
  return new LazyCrash(crashOfOptions(options));
}

/**
 * Random sequences of operations, hostile ones among them, that are done to a pool on a fresh chain when an assertion about it is awaited: `expect(attacksOn(pool)).to.keepInvariant()`
 * and `.to.conserveTokens()`.
 *
 * @param pool as `v2Pair` or a module of the project gives it
 */
export function attacksOn(pool: PoolBinding, options: AttackOptions = {}): LazyPool {
  return new LazyPool(pool, options);
}

/** What is asked of the promise that a matcher answers with. */
const ASKED = ["then", "catch", "finally", "over"] as const;

/** Chai's plugin, for `use`: adds the matchers to its assertions. */
export function crashMatchers(chai: Chai.ChaiStatic, utils: Chai.ChaiUtils): void {
  for (const matcher of Object.keys(claimOf) as MatcherName[]) {
    chai.Assertion.addMethod(matcher, function assertion(this: object, ...all: unknown[]) {
      const flag = (name: string): unknown => utils.flag(this, name);
      const subject = flag("object");
      const rule = subjects.find(({ accepts }) => accepts(subject));
      if (rule === undefined)
        throw argumentError(matcher, "this is nothing to measure", typeof subject, subjects.map(({ what }) => what).join(", "));
      const message = flag("message");
      const outermost = flag("ssfi");
      const caller = typeof outermost === "function" ? outermost : assertion;
      const failure = failureAt(chai, caller, typeof message === "string" ? message : null);
      const given = all.slice(0, all.findLastIndex((each) => each !== undefined) + 1);
      const answer = rule.assert(subject, { matcher, given, negated: flag("negate") === true, failure });
      // Where chai-as-promised comes in later, as with Hardhat's own matchers, a method answers with its assertion, whatever it returns.
      for (const name of ASKED) Object.defineProperty(this, name, { value: answer[name].bind(answer), configurable: true });
      return answer;
    });
  }
}

/** Makes errors that point at where a matcher was called, not at where its run ended. */
function failureAt(chai: Chai.ChaiStatic, matcher: object, prefix: string | null): MatcherCall["failure"] {
  const called: { stack?: string } = {};
  Error.captureStackTrace(called, matcher as () => unknown);
  const [, ...frames] = (called.stack ?? "").split("\n");
  return (text, actual, expected) => {
    const message = prefix === null ? text : `${prefix}: ${text}`;
    const error = new chai.AssertionError(message, { actual, expected, showDiff: false });
    error.stack = [`AssertionError: ${message}`, ...frames].join("\n");
    return error;
  };
}
