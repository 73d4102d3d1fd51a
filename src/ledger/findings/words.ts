/** $1,234 or −$1,234; cents below ten dollars. */
export function dollars(value: number): string {
  const digits = Math.abs(value) < 10 ? 2 : 0;
  const text = Math.abs(value).toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return value < 0 ? `−$${text}` : `$${text}`;
}

/** A share as a percentage with the digits that matter; never −0. */
export function percent(share: number): string {
  const value = Math.abs(share * 100);
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const text = value.toFixed(digits);
  return `${share < 0 && Number(text) !== 0 ? "−" : ""}${text} %`;
}

/** Whole tokens, with digits below a hundred. */
export function tokens(amount: number): string {
  const digits = Math.abs(amount) >= 100 ? 0 : 2;
  return Math.abs(amount).toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
