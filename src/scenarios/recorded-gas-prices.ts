import { recordedGas } from "../market/gas-prices.ts";
import type { GasPrices } from "../market/gas-prices.ts";
import { recordedColumns } from "./recorded-columns.ts";

/** Gas prices of a shipped file of 10-minute bars. */
export function recordedGasPrices(name: string): GasPrices {
  const { time, gas_p30_gwei, gas_p60_gwei, gas_p90_gwei } = recordedColumns(name, ["gas_p30_gwei", "gas_p60_gwei", "gas_p90_gwei"]);
  const rows = time.map((at, i) => ({ time: at, p30: gas_p30_gwei[i] ?? NaN, p60: gas_p60_gwei[i] ?? NaN, p90: gas_p90_gwei[i] ?? NaN }));
  return recordedGas(rows, 600);
}
