import type { Hex } from "./node-backend.ts";

/** Which logs a subscription is about; addresses and topics in small letters. */
export interface LogFilter {
  /** Any of these contracts; undefined for all. */
  readonly addresses: ReadonlySet<Hex> | undefined;
  /** For each place, any of these topics; undefined for any topic there. */
  readonly topics: readonly (ReadonlySet<Hex> | undefined)[];
}

/** Of a log, what a filter looks at. */
export interface FilteredLog {
  readonly address: Hex;
  readonly topics: readonly Hex[];
}

/** Whether a log is meant. A place that the filter names must be there, even where any topic will do. */
export function matchesFilter(filter: LogFilter, { address, topics }: FilteredLog): boolean {
  if (filter.addresses?.has(small(address)) === false) return false;
  return filter.topics.every((wanted, place) => {
    const topic = topics[place];
    return topic !== undefined && (wanted === undefined || wanted.has(small(topic)));
  });
}

function small(hex: Hex): Hex {
  return hex.toLowerCase() as Hex;
}
