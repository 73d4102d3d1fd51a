import { call } from "./call.ts";
import type { Claim } from "./claim.ts";
import { ironCondor } from "./iron-condor.ts";
import { modelFrom } from "./model-from-settings.ts";
import { put } from "./put.ts";
import { replicatingStrip } from "./replicating-strip.ts";
import type { HedgerSettings } from "./settings.ts";
import { type SizingMoment, sizePosition } from "./size-position.ts";
import { straddle } from "./straddle.ts";
import { strangle } from "./strangle.ts";
import { strikeGrid } from "./strike-grid.ts";

/** A strip reaches so many times as far as a strangle, with so many strikes on each side. */
const STRIP_REACH = 10;
const STRIP_STEPS = 25;

/** Value of the base that a position's options are on, over the start capital. */
const MOST_NOTIONAL = 10_000;

/** What a desk's position can be matched to. */
export interface DeskTargets {
  /** S²·Γ of the liquidity position, negative. */
  readonly dollarGamma: number;
  /** Of the square-root claim, negative. */
  readonly vega: number;
  /** In quote. */
  readonly capital: number;
}

/**
 * The position in options that the settings name, as many as match what they say. Null where they name none.
 *
 * @throws RangeError where the position has none of what is to be matched, or so little that it would have to be absurdly large
 */
export function deskPosition(settings: HedgerSettings, start: SizingMoment, targets: DeskTargets): Claim | null {
  const { desk, deskSide, deskSize, deskAmount } = settings;
  if (desk === "none") return null;
  const target = { "dollar-gamma": targets.dollarGamma, vega: targets.vega, capital: targets.capital }[deskSize];
  const unit = positionOf(desk, 1, settings, start.spot);
  const quantity = deskAmount * Math.abs(sizePosition(unit, { by: deskSize, amount: target }, start));
  const notional = desk === "strip" ? 2 * quantity * Math.sqrt(start.spot) : quantity * start.spot;
  if (notional > MOST_NOTIONAL * targets.capital) {
    throw new RangeError(
      `to match that, the ${desk} would stand on ${(notional / targets.capital).toExponential(1)} times the start capital; at most ${MOST_NOTIONAL} times it can be told from rounding`,
    );
  }
  return positionOf(desk, deskSide === "short" ? -quantity : quantity, settings, start.spot);
}

function positionOf(desk: Exclude<HedgerSettings["desk"], "none">, quantity: number, settings: HedgerSettings, spot: number): Claim {
  const { deskStrike, deskWidth } = settings;
  const model = modelFrom(settings);
  const middle = deskStrike * spot;
  const at = (steps: number): number => middle * (1 + steps * deskWidth);
  switch (desk) {
    case "call":
      return call(quantity, middle, model);
    case "put":
      return put(quantity, middle, model);
    case "straddle":
      return straddle(quantity, middle, model);
    case "strangle":
      return strangle(quantity, [at(-1), at(1)], model);
    case "iron-condor":
      return ironCondor(quantity, [at(-2), at(-1), at(1), at(2)], model);
    case "strip":
      return replicatingStrip(
        { liquidity: quantity, centre: middle, strikes: strikeGrid(middle, 1 + STRIP_REACH * deskWidth, STRIP_STEPS) },
        model,
      );
  }
}
