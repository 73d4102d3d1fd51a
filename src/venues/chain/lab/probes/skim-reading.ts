import type { SkimReading } from "../../../../core/probe-result.ts";
import type { PoolLab } from "../pool-lab.ts";
import { partOf } from "./part-of.ts";
import { nothingToMeasure, refused } from "./refused.ts";

/** Of each reserve. */
const DONATION = 0.001;

/**
 * What a stranger gets by skim after somebody's donation, and again when nothing is left to skim, beyond what lay above the reserves; and whether sync makes what the pair holds its reserves and pays
 * nobody (whitepaper section 3.2.2).
 *
 * @throws InputError `PROBE_NOTHING` where skim reverts
 */
export async function skimReading(lab: PoolLab): Promise<SkimReading> {
  const skimmed = await lab.tentatively(async () => {
    const before = await lab.state();
    await donate(lab);
    const excess = await excessOf(lab);
    const skim = lab.pairCall("bob", "skim(address)", [lab.address("bob")]);
    const first = await lab.do(skim);
    if (!first.success) throw nothingToMeasure(`skim(address) reverts: ${first.reason ?? "without a reason"}`);
    const left = await excessOf(lab);
    const second = await lab.do(skim);
    const beyond = (asset: "base" | "quote"): number => {
      const taken = first.gained[asset] + second.gained[asset] - excess[asset];
      return Math.max(0, Number(taken) / Number(before[asset]));
    };
    return { taken: (beyond("base") + beyond("quote")) / 2, isExact: left.base === 0n && left.quote === 0n };
  });
  const isSynced = await lab.tentatively(async () => {
    await donate(lab);
    const { success, reason, gained } = await lab.do(lab.pairCall("bob", "sync()", []));
    if (!success) throw refused("sync()", reason);
    const left = await excessOf(lab);
    return left.base === 0n && left.quote === 0n && gained.base === 0n && gained.quote === 0n;
  });
  return { ...skimmed, isSynced };
}

async function donate(lab: PoolLab): Promise<void> {
  const { base, quote } = await lab.state();
  await lab.block([
    lab.sendCall("alice", "base", "pair", partOf(base, DONATION)),
    lab.sendCall("alice", "quote", "pair", partOf(quote, DONATION)),
  ]);
}

/** What the pair holds above its reserves; below 0 where it holds less. */
async function excessOf(lab: PoolLab): Promise<{ readonly base: bigint; readonly quote: bigint }> {
  const { base, quote } = await lab.state();
  return { base: (await lab.balance("pair", "base")) - base, quote: (await lab.balance("pair", "quote")) - quote };
}
