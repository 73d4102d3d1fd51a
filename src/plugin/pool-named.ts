import path from "node:path";
import { pathToFileURL } from "node:url";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { InputError } from "../core/errors.ts";
import type { Artifact } from "../venues/chain/artifacts.ts";
import type { PoolBinding } from "../venues/chain/pool-binding.ts";
import type { PoolUserConfig } from "./config/pool-config.ts";

/** The published pair, which is always there. */
const PUBLISHED = "uniswap-v2";

/** What is needed of a project to find a pool in it. */
type Project = Pick<HardhatRuntimeEnvironment, "artifacts" | "config">;

/**
 * The pool of a name: one of `crash.pools`, a contract of the project, the path of a module whose default export is a binding, or `uniswap-v2`.
 *
 * @param terms of a contract that is named alone, such as its fee
 * @throws InputError `POOL_UNKNOWN` with what there is, `POOL_MODULE` for a module without a binding, and what `v2Pair` throws
 */
export async function poolNamed(
  { artifacts, config }: Project,
  name: string,
  terms: Omit<Extract<PoolUserConfig, object>, "contract"> = {},
): Promise<PoolBinding> {
  const { pools } = config.crash;
  const configured = pools[name];
  if (typeof configured === "object") return bound({ artifacts, config }, name, { ...configured, ...terms });
  const place = configured ?? name;
  if (/[./\\]/.test(place)) return moduleAt(path.resolve(config.paths.root, place), place);
  if (name !== PUBLISHED) return bound({ artifacts, config }, name, { contract: name, ...terms });
  const [{ publishedArtifact }, { v2Pair }] = await Promise.all([
    import("../venues/chain/artifacts.ts"),
    import("../venues/chain/v2-pair.ts"),
  ]);
  return v2Pair({ name, artifact: publishedArtifact("UniswapV2Pair") });
}

async function bound(
  { artifacts, config }: Project,
  name: string,
  { contract, feeGetter, feeWhole, quoteGetter, ...terms }: Extract<PoolUserConfig, object>,
): Promise<PoolBinding> {
  if (!(await artifacts.artifactExists(contract)))
    throw new InputError("POOL_UNKNOWN", "there is no such pool, nor a contract of that name in the project", {
      value: contract,
      allowed: [PUBLISHED, ...Object.keys(config.crash.pools), "a compiled contract", "the path of a module"].join(", "),
    });
  const artifact: Artifact = await artifacts.readArtifact(contract);
  const { v2Pair } = await import("../venues/chain/v2-pair.ts");
  return v2Pair({
    name,
    artifact,
    ...terms,
    ...(feeGetter === undefined ? {} : { feeGetter: feeGetter.includes("(") ? feeGetter : `${feeGetter}()` }),
    ...(feeWhole === undefined ? {} : { whole: feeWhole }),
    ...(quoteGetter === undefined ? {} : { quoteGetter }),
  });
}

async function moduleAt(file: string, written: string): Promise<PoolBinding> {
  let found: { readonly default?: unknown };
  try {
    found = (await import(pathToFileURL(file).href)) as typeof found;
  } catch (error) {
    throw new InputError("POOL_MODULE", `the module of a pool does not load: ${error instanceof Error ? error.message : String(error)}`, {
      value: written,
    });
  }
  if (isBinding(found.default)) return found.default;
  throw new InputError("POOL_MODULE", "the module has no pool as its default export", {
    value: written,
    allowed: "export default v2Pair({ … })",
  });
}

function isBinding(value: unknown): value is PoolBinding {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    "terms" in value &&
    "deploy" in value &&
    typeof value.deploy === "function"
  );
}
