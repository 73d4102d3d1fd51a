import { id, Interface } from "ethers";
import { InputError } from "../../core/errors.ts";
import type { Artifact } from "./artifacts.ts";
import { checkPairAbi } from "./pair-abi.ts";
import type { PairTerms, PoolBinding, PoolGround } from "./pool-binding.ts";

/** A pair of one's own, as its compiled contract and what a swap costs. */
export interface V2PairOptions {
  /** For reports; `own-pool` when absent. */
  readonly name?: string;
  /** ABI and creation code, as `hre.artifacts.readArtifact("MyPair")` gives them. */
  readonly artifact: Artifact;
  /**
   * Arguments of its constructor; the words "token0", "token1", "base", "quote" and "deployer" stand for those addresses. When absent: the two tokens for a constructor of two addresses, and none for
   * one without arguments, where `initialize(token0, token1)` is called by its factory if it is there.
   */
  readonly args?: readonly unknown[];
  /** A fixed fee, as a share such as 0.0025; 0.003 when neither it nor a getter is there. */
  readonly fee?: number;
  readonly feeGetter?: string;
  readonly whole?: number;
  readonly quoteGetter?: string;
  readonly transferFee?: number;
}

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/;
const PLACES = ["token0", "token1", "base", "quote", "deployer"] as const;

/**
 * Binds a pair that has a Uniswap V2 pair's functions and events: a fork with another fee, one whose fee moves, one between tokens that keep a part of what is sent.
 *
 * @throws InputError `POOL_NAME`, `POOL_ABI` (naming what is missing), `POOL_CODE`, `POOL_FEE` and `POOL_CONSTRUCTOR`
 */
export function v2Pair(options: V2PairOptions): PoolBinding {
  const { name = "own-pool", artifact } = options;
  if (!NAME.test(name)) throw new InputError("POOL_NAME", "a pool's name is of letters, digits and dashes", { value: name });
  const terms = termsOf(options);
  const getters = [terms.feeGetter, terms.quoteGetter].filter((getter) => getter !== undefined);
  checkPairAbi(name, artifact.abi, getters);
  if (!/^0x[0-9a-f]{2,}/i.test(artifact.bytecode))
    throw new InputError("POOL_CODE", `the pool ${name} has no creation code`, {
      value: artifact.bytecode.slice(0, 20),
      allowed: "a contract that is neither abstract nor an interface, compiled and linked",
    });
  const abi = new Interface(artifact.abi as ConstructorParameters<typeof Interface>[0]);
  const ownErrors = errorsIn(abi);
  const wanted = abi.deploy.inputs.map(({ type }) => type);
  const isInitialized = options.args === undefined && wanted.length === 0 && abi.getFunction("initialize(address,address)") !== null;
  const args = options.args ?? (wanted.length === 2 ? ["token0", "token1"] : []);
  if (args.length !== wanted.length)
    throw new InputError("POOL_CONSTRUCTOR", `the constructor of ${name} takes ${wanted.length} arguments`, {
      value: JSON.stringify(args),
      allowed: `args for (${wanted.join(", ")}); the words ${PLACES.join(", ")} stand for addresses`,
    });
  return {
    name,
    terms,
    errorName: (data) => ownErrors.get(data.slice(0, 10)) ?? null,
    deploy: (ground) =>
      ground.make(
        artifact,
        args.map((arg) => placed(arg, ground)),
        isInitialized,
      ),
  };
}

/** Names of a contract's own errors, by selector. */
function errorsIn({ fragments }: Interface): ReadonlyMap<string, string> {
  const signatures = fragments.filter(({ type }) => type === "error").map((error) => error.format("sighash"));
  return new Map(signatures.map((signature) => [id(signature).slice(0, 10), signature.slice(0, signature.indexOf("("))]));
}

function placed(arg: unknown, ground: PoolGround): unknown {
  const place = PLACES.find((each) => each === arg);
  return place === undefined ? arg : ground[place];
}

function termsOf({ name, fee, feeGetter, whole, quoteGetter, transferFee }: V2PairOptions): PairTerms {
  const named = [fee, feeGetter, quoteGetter].filter((each) => each !== undefined).length;
  if (named > 1)
    throw new InputError("POOL_FEE", `the pool ${name ?? ""} says its fee twice`, {
      value: [fee, feeGetter, quoteGetter].filter((each) => each !== undefined).join(", "),
      allowed: "one of fee, feeGetter and quoteGetter",
    });
  for (const [key, share] of Object.entries({ fee, transferFee }))
    if (share !== undefined && !(share >= 0 && share < 0.5))
      throw new InputError("POOL_FEE", `${key} is no share`, { value: String(share), allowed: "a number from 0 to below 0.5" });
  if (whole !== undefined && !(Number.isSafeInteger(whole) && whole >= 1))
    throw new InputError("POOL_FEE", "whole is no count of parts", { value: String(whole), allowed: "a whole number from 1" });
  return {
    fee: feeGetter === undefined && quoteGetter === undefined ? (fee ?? 0.003) : null,
    ...(feeGetter === undefined ? {} : { feeGetter }),
    ...(whole === undefined ? {} : { whole }),
    ...(quoteGetter === undefined ? {} : { quoteGetter }),
    ...(transferFee === undefined ? {} : { transferFee }),
  };
}
