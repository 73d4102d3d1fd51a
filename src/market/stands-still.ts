/** A time in which a whole market did not trade, unix seconds. */
export interface Halt {
  readonly from: number;
  readonly to: number;
}

/** Whether a market stands still at a time, unix seconds. Who asks at the very second at which a halt ends may trade. */
export function standsStill(halts: readonly Halt[], time: number): boolean {
  return halts.some(({ from, to }) => from <= time && time < to);
}
