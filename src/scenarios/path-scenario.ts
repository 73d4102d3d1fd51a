import { InputError } from "../core/errors.ts";
import { parsePathCsv } from "../market/parse-path-csv.ts";
import { chainAt } from "./chain-at.ts";
import { findScenario, DEFAULT_SCENARIO } from "./find-scenario.ts";
import type { Scenario } from "./scenario.ts";

/** Longest path in blocks; a chain keeps some memory for every block. */
const MAX_BLOCKS = 1_000_000;

/**
 * A scenario from anyone's own prices: the chain as it was at their first time, everything else as in the base scenario.
 *
 * @param file name for messages and for the scenario
 * @param text the file's content, see `parsePathCsv`
 * @param base whose pool, traders and hedger are taken
 * @throws InputError for a file that is no price path
 */
export function pathScenario(file: string, text: string, base: Scenario = findScenario(DEFAULT_SCENARIO)): Scenario {
  const path = parsePathCsv(text, file);
  const times = path.kind === "bars" ? path.series.bars.map((bar) => bar.time) : path.times;
  const from = times[0] ?? 0;
  const to = (times.at(-1) ?? 0) + (path.kind === "bars" ? path.series.seconds : 0);
  const chain = chainAt(from);
  const blocks = (to - from) / chain.settings.blockSeconds;
  if (blocks < 1 || blocks > MAX_BLOCKS)
    throw new InputError("PATH_LENGTH", `the path lasts ${to - from} s, about ${Math.round(blocks)} blocks`, {
      file,
      allowed: `1 to ${MAX_BLOCKS} blocks of ${chain.settings.blockSeconds} s`,
    });
  const span = `${iso(from)} to ${iso(to)}`;
  return {
    name: "path",
    title: `Prices of ${file}`,
    what: `The reference price follows ${file} from ${span}; gas costs what mempool.floorGwei and mempool.bidSpreadGwei say at the usual volatility, and follows it.`,
    source: file,
    resolution: path.kind === "bars" ? `${duration(path.series.seconds)} bars` : `${times.length} single prices, each held until the next`,
    era: chain.words,
    thoughtExperiment: from < Date.UTC(2020, 4, 18) / 1000 ? "The prices are older than Uniswap V2, which was launched in May 2020." : null,
    flaggedBars: [],
    calibration: [`Pool, traders and hedger are those of ${base.name}; nothing is calibrated to this file.`],
    from,
    to,
    market: path,
    gas: null,
    defaults: {
      ...base.defaults,
      pool: { ...base.defaults.pool, liquidity: "fixed" },
      mempool: { ...base.defaults.mempool, ...chain.settings, gasPrices: "volatility" },
    },
    recordedPool: null,
    halts: null,
    volatility: null,
  };
}

function iso(time: number): string {
  return new Date(time * 1000).toISOString().replace(".000", "");
}

function duration(seconds: number): string {
  const [unit, length] =
    seconds % 86_400 === 0
      ? ["day", 86_400]
      : seconds % 3_600 === 0
        ? ["hour", 3_600]
        : seconds % 60 === 0
          ? ["minute", 60]
          : ["second", 1];
  return `${seconds / Number(length)}-${unit}`;
}
