import type { AgentSettings } from "../../agents/settings.ts";
import type { HedgerSettings } from "../../hedger/settings.ts";
import type { MempoolSettings } from "../../mempool/settings.ts";
import type { MarketSettings } from "../../market/settings.ts";
import type { PoolSettings } from "../../scenarios/pool-settings.ts";

/** What the kernel reads of a run's settings; a run's own settings will do. The rest has no part in it. */
export interface KernelSettings {
  readonly pool: Pick<PoolSettings, "value" | "lpShare" | "fee">;
  readonly market: Pick<MarketSettings, "cost">;
  readonly agents: Pick<AgentSettings, "minimumProfit">;
  readonly mempool: Pick<MempoolSettings, "blockSeconds">;
  /** The model's parameters among them, but for what `kernel-part.ts` leaves to the engine. */
  readonly hedger: HedgerSettings;
}
