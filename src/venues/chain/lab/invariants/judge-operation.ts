import type { PoolRule } from "./pool-rule.ts";
import type { OperationRecord, PoolStep } from "./pool-step.ts";
import { accumulatorRule } from "./rules/accumulator-rule.ts";
import { conservationRule } from "./rules/conservation-rule.ts";
import type { Finding } from "./rules/finding.ts";
import { firstDepositRule } from "./rules/first-deposit-rule.ts";
import { gainRule } from "./rules/gain-rule.ts";
import { productRule } from "./rules/product-rule.ts";
import { quoteRule } from "./rules/quote-rule.ts";
import { reservesRule } from "./rules/reserves-rule.ts";
import { shareRule } from "./rules/share-rule.ts";
import type { Violation } from "./violation.ts";

const OF_STEPS: readonly (readonly [PoolRule, (step: PoolStep) => Finding | null])[] = [
  ["product", productRule],
  ["share", shareRule],
  ["reserves", reservesRule],
  ["conservation", conservationRule],
  ["accumulators", accumulatorRule],
  ["quote", quoteRule],
];

/**
 * The rules that an operation broke, each at its first step that did.
 *
 * @param victimLoss share of a deposit that a hostile first deposit may cost
 */
export function judgeOperation(record: OperationRecord, victimLoss: number): readonly Violation[] {
  const { index, operation, steps } = record;
  const found: Violation[] = [];
  const add = (rule: PoolRule, finding: Finding | null, block: number): void => {
    if (finding === null) return;
    const { measured, allowed } = finding;
    const text = `operation ${index} (${operation.kind} by ${operation.who}): ${finding.text}`;
    found.push({ rule, operation: index, block, measured: String(measured), allowed: String(allowed), text });
  };
  for (const [rule, judge] of OF_STEPS) {
    const broken = steps.find((step) => judge(step) !== null);
    if (broken !== undefined) add(rule, judge(broken), broken.block);
  }
  const last = steps.at(-1)?.block ?? 0;
  add("gain", gainRule(record), last);
  add("first-deposit", firstDepositRule(record, victimLoss), last);
  return found;
}
