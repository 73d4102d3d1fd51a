import { significant } from "../number-format.ts";
import { unitText } from "../unit-text.ts";

/** An amount of tokens for reading; small ones with four significant digits. */
export function tokenText(amount: number): string {
  return amount !== 0 && Math.abs(amount) < 0.1 ? significant(amount) : unitText(amount, "tokens");
}
