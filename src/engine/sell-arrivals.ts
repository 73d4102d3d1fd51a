import { fillPostings } from "../ledger/reference-entries.ts";
import { searcherAccounts } from "./genesis.ts";
import type { Moment } from "./moment.ts";
import { post, type Simulation } from "./simulation.ts";
import type { World } from "./world.ts";

/** Liquidators sell what has arrived for them at the reference market, at once and at the price of the block: a market that answers remembers it. */
export function sellArrivals(world: World, sim: Simulation, moment: Moment): void {
  if (moment.isHalted || world.settings.agents.liquidators === 0) return;
  for (const account of searcherAccounts(world).liquidator) {
    const base = -sim.accounts.balance(account, "reference", "base");
    if (base === 0n) continue;
    const fill = sim.reference.quote(base, moment.priceAfter, world.settings.market.cost);
    post(sim, fillPostings(account, fill), moment.priceAfter);
    sim.reference.remember(base);
  }
}
