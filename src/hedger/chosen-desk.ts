import { InputError } from "../core/errors.ts";
import type { Claim } from "./claim.ts";
import { deskPosition } from "./desk-position.ts";

/**
 * The position of the desk that the settings name, null where they name none.
 *
 * @throws InputError `DESK_WITHOUT_SIZE` where the position that is asked for has nothing to be sized by
 */
export function chosenDesk(...[settings, moment, targets]: Parameters<typeof deskPosition>): Claim | null {
  try {
    return deskPosition(settings, moment, targets);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError("DESK_WITHOUT_SIZE", error.message, {
      value: `hedger.desk=${settings.desk}, hedger.deskSize=${settings.deskSize}, hedger.deskStrike=${settings.deskStrike}`,
      allowed: "a position that has what it is sized by: strikes nearer to the price, or more time",
    });
  }
}
