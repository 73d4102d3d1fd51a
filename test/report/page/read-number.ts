/** A number as it is written for people, and how many decimals it has: `−1,234.50 %` is −1234.5 with two. */
export function readNumber(text: string): { readonly value: number; readonly digits: number } {
  const plain = text.replace(/ %$/, "").replaceAll(",", "").replace("−", "-").replace("+", "");
  const value = Number(plain);
  if (plain === "" || Number.isNaN(value)) throw new Error(`no number: ${text}`);
  return { value, digits: plain.split("e")[0]?.split(".")[1]?.length ?? 0 };
}
