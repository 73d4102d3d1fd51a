import type { HardhatUserConfigValidationError } from "hardhat/types/hooks";
import { z } from "zod";
import { BUILT_IN } from "./built-in.ts";
import { expected } from "./expected.ts";
import { faultsOf } from "./faults-of.ts";
import { poolConfig } from "./pool-config.ts";

const record = (keys: string): z.ZodType<Record<string, unknown>> =>
  expected(`an object with ${keys} as its keys`, z.record(z.string(), z.unknown()));

/** The section's own keys; what settings and pools may be is looked at one by one. */
const section = z.strictObject({
  scenario: expected("the name of a scenario", z.string().trim().min(1)).optional(),
  seed: expected("a whole number from 0 to 9007199254740991", z.int().min(0)).optional(),
  engine: expected("chain or twin", z.enum(["chain", "twin"])).optional(),
  out: expected("a folder", z.string().trim().min(1)).optional(),
  set: record("settings").optional(),
  pools: record("names of pools").optional(),
  pool: expected("the name of a pool", z.string()).optional(),
});

/** What a pool may be called; the one that is always there is called something else. */
const poolName = /^[a-z0-9-]+$/;

/** What is wrong with the section `crash` of a user's configuration, each fault for itself; nothing where there is no section. */
export async function validateConfig(given: unknown): Promise<HardhatUserConfigValidationError[]> {
  const whole = expected("an object", z.record(z.string(), z.unknown())).optional().safeParse(given);
  if (!whole.success) return whole.error.issues.map(({ message }) => ({ path: ["crash"], message }));
  const faults = faultsOf(section, whole.data ?? {}, ["crash"]);
  const sound = <K extends keyof typeof section.shape>(key: K): unknown =>
    faults.some(({ path }) => path[1] === key) ? undefined : whole.data?.[key];
  const pools = (sound("pools") ?? {}) as Readonly<Record<string, unknown>>;
  const set = (sound("set") ?? {}) as Readonly<Record<string, unknown>>;
  const scenario = sound("scenario") as string | undefined;
  return [
    ...faults,
    ...(await scenarioFaults(scenario)),
    ...(await settingFaults(set)),
    ...Object.entries(pools).flatMap(([name, pool]) => (pool === undefined ? [] : poolFaults(name, pool))),
    ...choiceFaults(sound("pool") as string | undefined, Object.keys(pools)),
  ];
}

/** Scenarios and settings load where they are named, not with every command of Hardhat's. */
async function scenarioFaults(name: string | undefined): Promise<HardhatUserConfigValidationError[]> {
  if (name === undefined) return [];
  const { scenarioFault } = await import("./scenario-fault.ts");
  const message = scenarioFault(name);
  return message === null ? [] : [{ path: ["crash", "scenario"], message }];
}

async function settingFaults(set: Readonly<Record<string, unknown>>): Promise<HardhatUserConfigValidationError[]> {
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  if (given.length === 0) return [];
  const { settingFault } = await import("./setting-fault.ts");
  return given.flatMap(([key, value]) => {
    const message = settingFault(key, value);
    return message === null ? [] : [{ path: ["crash", "set", key], message }];
  });
}

function poolFaults(name: string, pool: unknown): HardhatUserConfigValidationError[] {
  const path = ["crash", "pools", name];
  if (!poolName.test(name)) return [{ path, message: "Expected a name of small letters, digits and hyphens" }];
  if (name === BUILT_IN.pool) return [{ path, message: `Expected another name than ${name}, which is the pool that is always there` }];
  if (typeof pool === "object" && pool !== null) return faultsOf(poolConfig.contract, pool, path);
  return (poolConfig.module.safeParse(pool).error?.issues ?? []).map(({ message }) => ({ path, message }));
}

function choiceFaults(pool: string | undefined, names: readonly string[]): HardhatUserConfigValidationError[] {
  const allowed = [BUILT_IN.pool, ...names];
  if (pool === undefined || allowed.includes(pool)) return [];
  return [{ path: ["crash", "pool"], message: `Expected ${allowed.join(" or ")}, received ${JSON.stringify(pool)}` }];
}
