/** A finite number with a fixed count of decimals and commas between thousands: `−1,234.50`; never `−0`. The minus sign is typographic (U+2212), as in all numbers for people. */
export function decimal(value: number, digits = 0): string {
  const text = Math.abs(value).toFixed(digits);
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value < 0 && /[1-9]/.test(text) ? "−" : "";
  return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
}

/** Like `decimal`, with a sign before gains as well; zero has none. */
export function signed(value: number, digits = 0): string {
  const text = decimal(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A share as a percentage with its sign: `−43.64 %`. */
export function percent(share: number, digits = 2): string {
  return `${decimal(share * 100, digits)} %`;
}

/** Like `percent`, with a sign before gains as well. */
export function signedPercent(share: number, digits = 2): string {
  return `${signed(share * 100, digits)} %`;
}

/** A number of no known unit with four significant digits, for people: `0.001234`, `12.35`, `−1,235`, `1.234e-9`. */
export function significant(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-4) return value.toExponential(3).replace("e+", "e").replace(/^-/, "−");
  if (size >= 1_000) return decimal(value);
  const digits = 3 - Math.floor(Math.log10(size));
  return decimal(value, Math.max(0, Math.min(7, digits)))
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

/** Money at a glance, three significant digits: `$1.23M`, `−$45.6k`, `$7.00`. */
export function shortMoney(value: number): string {
  const size = Math.abs(value);
  const step = [1e12, 1e9, 1e6, 1e3].find((unit) => size >= unit * 0.9995) ?? 1;
  const scaled = size / step;
  const digits = scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0;
  const suffix = { 1e12: "T", 1e9: "B", 1e6: "M", 1e3: "k", 1: "" }[step] ?? "";
  const text = scaled.toFixed(digits);
  return `${value < 0 && /[1-9]/.test(text) ? "−" : ""}$${text}${suffix}`;
}
