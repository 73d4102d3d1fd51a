/** Every number that a text states, as written, without the dates, hours and names in it. */
export function figuresIn(text: string): string[] {
  const withoutDates = text
    .replace(
      /\b\d{1,2}(?: and \d{1,2}| to \d{1,2})? (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?/g,
      "",
    )
    .replace(/\b\d{2}:\d{2}\b/g, "")
    .replace(/S&P \d+/g, "");
  return [...withoutDates.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([figure]) => figure.replace(/,$/, ""));
}

/** A number as the sentences of scenarios write it. */
export function written(value: number, digits: number): string {
  const [whole = "", part] = value.toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** A fall from one price to another, in per cent with one digit. */
export function fall(from: number, to: number): string {
  return written(100 * (1 - to / from), 1);
}
