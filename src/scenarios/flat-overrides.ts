import { type Room, rooms } from "./setting-fields.ts";

/** Settings by full name such as `market.cost`: text as on a command line, or typed values; or typed values by room. */
export type Overrides = ReadonlyMap<string, string> | Readonly<Record<string, unknown>>;

/** By full name, whichever way they were given; what is undefined is not given. */
export function flatOverrides(overrides: Overrides): ReadonlyMap<string, unknown> {
  const entries: Iterable<[string, unknown]> =
    overrides instanceof Map ? (overrides as ReadonlyMap<string, string>) : Object.entries(overrides);
  const flat = [...entries].flatMap(([key, value]): [string, unknown][] =>
    rooms.includes(key as Room) && typeof value === "object" && value !== null
      ? Object.entries(value).map(([name, inner]) => [`${key}.${name}`, inner])
      : [[key, value]],
  );
  return new Map(flat.filter(([, value]) => value !== undefined));
}
