import { InputError } from "../core/errors.ts";
import { UNISWAP_V2 } from "../core/uniswap-v2-name.ts";
import { type CrashArguments, DEFAULTS } from "./arguments.ts";
import type { PoolOverrides } from "./pool-named.ts";

/** What the task `crash probe` gets from Hardhat. */
export interface ProbeArguments extends Pick<CrashArguments, "seed" | "out" | "json" | "quiet"> {
  readonly pool: string;
  readonly fee: string;
  readonly against: string;
  readonly value: string;
  readonly price: string;
}

/** What the options are when nobody says anything. */
export const PROBE_DEFAULTS = {
  pool: DEFAULTS.pool,
  fee: "the pool's own, or 0.003",
  against: UNISWAP_V2,
  value: "1000000",
  price: "2000",
  seed: DEFAULTS.seed,
  out: "results/probe-POOL-SEED",
} as const;

/** Nothing to compare with. */
export const NO_POOL = "none";

const NUMBER = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;
const GETTER = /^[A-Za-z_$][A-Za-z0-9_$]*\(\)$/;

/**
 * How swaps are quoted, as `--fee` says.
 *
 * @throws InputError `POOL_FEE`
 */
export function parseFee(text: string): Pick<PoolOverrides, "fee" | "feeGetter"> {
  if (text === PROBE_DEFAULTS.fee) return {};
  if (GETTER.test(text)) return { feeGetter: text };
  const fee = NUMBER.test(text) ? Number(text) : NaN;
  if (fee >= 0 && fee < 0.5) return { fee };
  throw new InputError("POOL_FEE", "--fee is neither a share nor a function", {
    value: text,
    allowed: "a number from 0 to below 0.5, such as 0.0025, or a function without arguments, such as feePpm()",
  });
}

/**
 * A number of quote; what it may be is checked where it is used.
 *
 * @throws InputError `PROBE_VALUE` or `PROBE_PRICE`
 */
export function parseAmount(option: "value" | "price", text: string): number {
  if (NUMBER.test(text)) return Number(text);
  throw new InputError(option === "value" ? "PROBE_VALUE" : "PROBE_PRICE", `--${option} is no number`, {
    value: text,
    allowed: `a number, such as ${PROBE_DEFAULTS[option]}`,
  });
}
