import type { CallAndPut } from "./call-and-put.ts";
import { blankMark } from "./mark.ts";

/** The delta of one option of a pair that has no shorter way to it than to mark both. */
export function deltaByMark(mark: CallAndPut["mark"]): CallAndPut["delta"] {
  const [call, put] = [blankMark(), blankMark()];
  return (kind, spot, tau, vol) => {
    call.spot = spot;
    call.tau = tau;
    call.vol = vol;
    mark(call, call, put);
    return kind === "call" ? call.delta : put.delta;
  };
}
