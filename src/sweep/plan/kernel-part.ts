import { InputError } from "../../core/errors.ts";
import type { SweepEngine } from "./plan.ts";

/** Settings, or whole rooms, that a path in the kernel depends on. */
const PARTS: readonly string[] = [
  "process.",
  "pool.value",
  "pool.lpShare",
  "pool.fee",
  "market.intrabarVariance",
  "market.cost",
  "mempool.blockProcess",
  "mempool.blockSeconds",
  "agents.minimumProfit",
  "hedger.policy",
  "hedger.interval",
  "hedger.band",
  "hedger.riskAversion",
  "hedger.impliedVolatility",
  "hedger.expiryDays",
  "hedger.marginRate",
  "hedger.desk",
  "hedger.deskSide",
  "hedger.deskSize",
  "hedger.deskAmount",
  "hedger.deskStrike",
  "hedger.deskWidth",
  "hedger.model",
  "hedger.jumpsPerYear",
  "hedger.jumpMean",
  "hedger.jumpDeviation",
  "hedger.meanReversion",
  "hedger.longVariance",
  "hedger.volOfVariance",
  "hedger.correlation",
  "hedger.insurance",
  "hedger.floor",
  "hedger.multiple",
  "run.blocks",
];

/** Whether a setting has a part in a sweep; in one of the engine every setting has. */
export function hasPart(engine: SweepEngine, key: string): boolean {
  return engine === "twin" || PARTS.some((part) => (part.endsWith(".") ? key.startsWith(part) : key === part));
}

/** @throws InputError `SETTING_WITHOUT_PART` for a setting that exists and changes nothing here */
export function checkPart(engine: SweepEngine, key: string): void {
  if (hasPart(engine, key)) return;
  throw new InputError(
    "SETTING_WITHOUT_PART",
    `${key} has no part in a sweep of the kernel, whose paths know one arbitrageur of unlimited stock who acts at once and pays no gas`,
    {
      value: key,
      allowed: `${PARTS.map((part) => (part.endsWith(".") ? `${part}…` : part)).join(", ")}; all settings with the engine twin`,
    },
  );
}
