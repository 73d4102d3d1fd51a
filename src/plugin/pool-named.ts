import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { InputError } from "../core/errors.ts";
import { nearestName } from "../scenarios/nearest-name.ts";
import type { Artifact } from "../venues/chain/artifacts.ts";
import type { PoolBinding } from "../venues/chain/pool-binding.ts";
import { UNISWAP_V2 } from "../core/uniswap-v2-name.ts";
import { uniswapV2Pair } from "../venues/chain/uniswap-v2-pair.ts";
import { v2Pair, type V2PairOptions } from "../venues/chain/v2-pair.ts";
import type { PoolUserConfig } from "./config/pool-config.ts";
import { isAddress } from "./is-address.ts";

/** What is needed of a project to find a pool in it. */
export type PoolProject = Pick<HardhatRuntimeEnvironment, "artifacts" | "config">;

/** What is said of a pool beside its name. */
export type PoolOverrides = Pick<V2PairOptions, "fee" | "feeGetter">;

const PUBLISHED_FEE = 0.003;
const MODULE = /^\.{0,2}[/\\]|\.[cm]?[jt]s$/;

/** Whether a name is that of a contract of the project, which has to be compiled before it can be found. */
export function isContractName({ config }: Pick<PoolProject, "config">, name: string): boolean {
  const configured = config.crash.pools[name];
  if (configured !== undefined) return typeof configured === "object";
  return name.trim() !== "" && name !== UNISWAP_V2 && !isAddress(name) && !MODULE.test(name);
}

/**
 * The pool that a name stands for: one of `crash.pools` in the configuration, `uniswap-v2`, a module whose default export is a binding or what `v2Pair` takes, or a contract of the project.
 * Modules of the configuration are found from the project's root, others from where the process works.
 *
 * @throws InputError `POOL_UNKNOWN` with the nearest name, `POOL_MODULE`, `POOL_FEE`, and what `v2Pair` throws
 */
export async function poolNamed(project: PoolProject, name: string, overrides: PoolOverrides = {}): Promise<PoolBinding> {
  const { pools } = project.config.crash;
  const configured = Object.hasOwn(pools, name) ? pools[name] : undefined;
  if (typeof configured === "object") return contractPool(project, name, configured, overrides);
  if (configured !== undefined) return agreed(name, await moduleAt(resolve(project.config.paths.root, configured), configured), overrides);
  if (name.trim() === "") throw new InputError("POOL_UNKNOWN", "no pool is named", { value: name, allowed: allowedIn(project) });
  if (isAddress(name))
    throw new InputError("POOL_UNKNOWN", "a pool that already stands somewhere cannot be put on a fresh chain", {
      value: name,
      allowed: `${allowedIn(project)}; \`crash probe\` takes an address`,
    });
  if (name === UNISWAP_V2) return agreed(name, uniswapV2Pair(), overrides);
  if (MODULE.test(name)) return agreed(name, await moduleAt(resolve(name), name), overrides);
  return contractPool(project, name, { contract: name }, overrides);
}

/** A binding says itself how its swaps are quoted. */
function agreed(name: string, binding: PoolBinding, { fee, feeGetter }: PoolOverrides): PoolBinding {
  const { terms } = binding;
  if (feeGetter === undefined && (fee === undefined || fee === terms.fee)) return binding;
  const own = terms.fee ?? terms.feeGetter ?? terms.quoteGetter ?? PUBLISHED_FEE;
  throw new InputError("POOL_FEE", `the pool ${name} says its fee itself`, { value: "--fee", allowed: `nothing, for it is ${own}` });
}

async function contractPool(
  project: PoolProject,
  name: string,
  { contract, feeGetter, feeWhole, quoteGetter, fee, ...terms }: Extract<PoolUserConfig, object>,
  overrides: PoolOverrides,
): Promise<PoolBinding> {
  const artifact = await contractOf(project, contract);
  const isOverridden = overrides.fee !== undefined || overrides.feeGetter !== undefined;
  // A pool's name is of letters, digits and dashes.
  const plain = (name.split(":").at(-1) ?? name).replace(/[^a-zA-Z0-9-]+/g, "-").replace(/^-+/, "");
  const own = {
    ...(fee === undefined ? {} : { fee }),
    ...(feeGetter === undefined ? {} : { feeGetter: feeGetter.includes("(") ? feeGetter : `${feeGetter}()` }),
    ...(quoteGetter === undefined ? {} : { quoteGetter }),
  };
  return v2Pair({
    name: plain === "" ? "own-pool" : plain,
    artifact,
    ...terms,
    ...(feeWhole === undefined ? {} : { whole: feeWhole }),
    ...(isOverridden ? overrides : own),
  });
}

async function moduleAt(file: string, written: string): Promise<PoolBinding> {
  const allowed = "a module whose default export is a pool: { name, terms, deploy }, or { name, artifact, fee } of a pair";
  let exported: unknown;
  try {
    const module = (await import(pathToFileURL(file).href)) as { default?: unknown };
    exported = await module.default;
  } catch (error) {
    throw new InputError("POOL_MODULE", `the module of the pool cannot be loaded: ${(error as Error).message}`, { file: written, allowed });
  }
  if (isBinding(exported)) return exported;
  if (isOptions(exported)) return v2Pair(exported);
  throw new InputError("POOL_MODULE", "the default export is no pool", {
    file: written,
    value: exported === undefined ? "none" : typeof exported,
    allowed,
  });
}

function isBinding(value: unknown): value is PoolBinding {
  if (typeof value !== "object" || value === null) return false;
  const { name, terms, deploy } = value as { name?: unknown; terms?: unknown; deploy?: unknown };
  return typeof name === "string" && typeof terms === "object" && terms !== null && typeof deploy === "function";
}

function isOptions(value: unknown): value is V2PairOptions {
  if (typeof value !== "object" || value === null) return false;
  const { abi, bytecode } = ((value as { artifact?: unknown }).artifact ?? {}) as { abi?: unknown; bytecode?: unknown };
  return Array.isArray(abi) && typeof bytecode === "string";
}

async function contractOf(project: PoolProject, name: string): Promise<Artifact> {
  const { artifacts, config } = project;
  const full = [...(await artifacts.getAllFullyQualifiedNames())];
  const bare = full.map((each) => each.slice(each.lastIndexOf(":") + 1));
  const same = full.filter((each, i) => each === name || bare[i] === name);
  if (same.length === 1) return artifacts.readArtifact(name);
  if (same.length > 1)
    throw new InputError("POOL_UNKNOWN", `there are ${same.length} contracts ${name}`, { value: name, allowed: same.join(", ") });
  const nearest = nearestName(name, [UNISWAP_V2, ...Object.keys(config.crash.pools), ...bare]);
  throw new InputError("POOL_UNKNOWN", `there is no pool ${name}; did you mean ${nearest}?`, { value: name, allowed: allowedIn(project) });
}

function allowedIn({ config }: Pick<PoolProject, "config">): string {
  const names = [UNISWAP_V2, ...Object.keys(config.crash.pools)].join(", ");
  return `${names}, a contract of the project such as MyPair, or a module such as ./pools/mine.ts`;
}
