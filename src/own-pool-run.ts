import { InputError } from "./core/errors.ts";
import type { World } from "./engine/world.ts";
import { flatOverrides, type Overrides } from "./scenarios/flat-overrides.ts";
import type { Settings } from "./scenarios/settings.ts";
import type { PoolBinding } from "./venues/chain/pool-binding.ts";

/** Settings that count those whose trades are sized by a model of the published pair. */
const NEED_MODEL = ["crossPoolArbitrageurs", "sandwichers", "backRunners", "liquidators", "poolHedgedShare"] as const;

/** Whether the pool is a constant product with a fixed fee, between tokens that keep nothing: what the exact model knows. */
function isModelled({ terms }: PoolBinding): boolean {
  return terms.fee !== null && (terms.transferFee ?? 0) === 0;
}

/**
 * Settings of a run with a pool of one's own: its fixed fee is `pool.fee`.
 *
 * @throws InputError `POOL_FEE` where another fee is set
 */
export function withOwnFee(set: Overrides, { name, terms }: PoolBinding): Overrides {
  if (terms.fee === null) return set;
  const flat = flatOverrides(set);
  const given = flat.get("pool.fee") ?? terms.fee;
  if (Number(given) !== terms.fee)
    throw new InputError("POOL_FEE", `the pool ${name} has a fee of its own`, {
      value: `pool.fee=${Number(given)}`,
      allowed: `pool.fee=${terms.fee}, or nothing`,
    });
  return { ...Object.fromEntries(flat), "pool.fee": terms.fee };
}

/**
 * What the world is told of a pool of one's own.
 *
 * @throws InputError `POOL_NEEDS_CHAIN` on the twin, and `SETTING_NEEDS_MODEL` for participants that would need a model of it
 */
export function ownPoolOf(pool: PoolBinding, { agents, lending }: Settings, engine: "chain" | "twin"): NonNullable<World["ownPool"]> {
  const { name } = pool;
  if (engine === "twin")
    throw new InputError("POOL_NEEDS_CHAIN", `the pool ${name} is a contract, and the twin runs none`, {
      value: "engine twin",
      allowed: "the engine chain; a constant product of another fee also as pool.fee on the twin",
    });
  const modelled = isModelled(pool);
  const refused = modelled ? (["crossPoolArbitrageurs"] as const) : NEED_MODEL;
  const [key] = refused.filter((each) => agents[each] > 0);
  const wanted = [
    ...(key === undefined ? [] : [`agents.${key}=${agents[key]}`]),
    ...(!modelled && agents.arbitrageBidding === "auction" ? ["agents.arbitrageBidding=auction"] : []),
    ...(!modelled && lending.borrowers > 0 ? [`lending.borrowers=${lending.borrowers}`] : []),
  ];
  if (wanted[0] !== undefined)
    throw new InputError("SETTING_NEEDS_MODEL", `who trades by a model of the pool has none of ${name}`, {
      value: wanted[0],
      allowed: "without them; arbitrageurs and traders ask the pool itself",
    });
  return { isModelled: modelled };
}
