import type { Engine } from "../../crash.ts";
import type { PoolUserConfig } from "./pool-config.ts";

/**
 * The section `crash` of a Hardhat configuration: what the tasks do where the command line says nothing else. The library, `runCrash` and its like, takes what
 * it is given and does not look here.
 */
export interface CrashUserConfig {
  /** The scenario of `crash`, `crash mev`, `crash serve` and `crash sweep`, by name; Black Thursday when absent. */
  readonly scenario?: string;
  /** The seed of all chance, a whole number from 0 to 2^53 − 1; 1 when absent. */
  readonly seed?: number;
  /** Where blocks are executed in `crash`, `crash mev` and `crash compare`; the chain when absent, in `crash compare` the twin. Sweeps have engines of their own. */
  readonly engine?: Engine;
  /** The folder in which runs leave their own, such as `black-thursday-2020-1`, from where the command runs; `results` when absent. */
  readonly out?: string;
  /** Settings of every run by full name, such as `"market.cost": 0.002`; those of `--set` are put over them, and axes of a sweep. */
  readonly set?: Readonly<Record<string, string | number | boolean>>;
  /** Pools of your own, by a name of small letters, digits and hyphens. */
  readonly pools?: Readonly<Record<string, PoolUserConfig>>;
  /** The pool that is driven: a name in `pools`, or `uniswap-v2`, which it is when absent. A task that cannot drive another refuses it. */
  readonly pool?: string;
}
