import type { Difference } from "../venues/first-difference.ts";
import { OBSERVED, type Operation, type Sequence } from "../venues/operation.ts";

/** What a replay came to, for the terminal: that both agree, or where they part and what each says. */
export function describeReplay({ operations }: Sequence, difference: Difference | null): string {
  const observed = operations.filter(({ op }) => op !== "wait").length;
  if (difference === null) {
    return `The bytecode and the twin agree in all ${observed} operations: ${OBSERVED.length} values and the outcome after each.\n`;
  }
  const { index, operation, what, chain, twin } = difference;
  const lines = [
    `The bytecode and the twin differ after operation ${index + 1} of ${operations.length}: ${inWords(operation)}`,
    `  ${what}`,
    `  bytecode  ${chain}`,
    `  twin      ${twin}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** Such as `trade side=sell amountIn=1000 minAmountOut=0 late=false`. */
function inWords({ op, ...rest }: Operation): string {
  return [op, ...Object.entries(rest).map(([name, value]) => `${name}=${String(value)}`)].join(" ");
}
