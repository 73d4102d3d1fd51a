import type { PoolVerdict } from "../../../venues/chain/lab/invariants/keeps-invariant.ts";
import { argumentError } from "../arguments/argument-error.ts";
import { checkCount } from "../arguments/check-count.ts";
import { CrashAssertion } from "../crash-assertion.ts";
import type { MatcherCall } from "../matcher-call.ts";
import type { SubjectRule } from "../subject-rule.ts";
import { LazyPool } from "./lazy-pool.ts";
import { leavePoolReplay } from "./leave-pool-replay.ts";

/** What a pool is asked when it is attacked, and how that reads. */
const CLAIMS = { keepInvariant: "keep its invariants", conserveTokens: "conserve tokens" } as const;
type PoolMatcher = keyof typeof CLAIMS;

/** A pool on a fresh chain of its own, to which random sequences of operations are done, hostile ones among them. */
export const poolSubject: SubjectRule = {
  what: "attacksOn(pool)",
  accepts: (subject) => subject instanceof LazyPool,
  assert: (subject, call) => {
    const { matcher, given } = call;
    if (!isPoolMatcher(matcher))
      throw argumentError(
        matcher,
        "a pool that is attacked has no run",
        "attacksOn(pool)",
        `crashOf({ pool }), or ${Object.keys(CLAIMS).join(" and ")}`,
      );
    checkCount(matcher, given, 0);
    return new CrashAssertion(() => attack(subject as LazyPool, matcher, call), null, "attacksOn(pool, { sequences, seed })");
  },
};

function isPoolMatcher(matcher: string): matcher is PoolMatcher {
  return matcher in CLAIMS;
}

async function attack(subject: LazyPool, matcher: PoolMatcher, { negated, failure }: MatcherCall): Promise<void> {
  const verdict = await verdictOf(subject, matcher);
  if (verdict.ok !== negated) return;
  const { name } = subject.pool;
  const text = `expected ${name} ${negated ? "not " : ""}to ${CLAIMS[matcher]} whatever is done to it, but ${verdict.text}`;
  const replay = verdict.replay === null ? "" : `. ${await leavePoolReplay(name, matcher, verdict.replay)}`;
  throw failure(text + replay, verdict.ok ? 0 : 1, 0);
}

async function verdictOf({ pool, options }: LazyPool, matcher: PoolMatcher): Promise<PoolVerdict> {
  const { network: given, ...terms } = options;
  const network = given ?? (await import("hardhat")).network;
  const [{ keepsInvariant }, { conservesTokens }] = await Promise.all([
    import("../../../venues/chain/lab/invariants/keeps-invariant.ts"),
    import("../../../venues/chain/lab/invariants/conserves-tokens.ts"),
  ]);
  return (matcher === "keepInvariant" ? keepsInvariant : conservesTokens)({ network, binding: pool }, terms);
}
