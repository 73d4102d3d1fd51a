import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { CrashError } from "../../core/errors.ts";

/** What is needed of a compiled contract to deploy it. */
export interface Artifact {
  readonly abi: readonly unknown[];
  /** Hexadecimal, with its prefix. */
  readonly bytecode: string;
}

const require = createRequire(import.meta.url);

/** Published by Uniswap in its own packages; never recompiled, so that the code is the code on mainnet. */
const PUBLISHED = {
  WETH9: "@uniswap/v2-periphery/build/WETH9.json",
  UniswapV2Factory: "@uniswap/v2-core/build/UniswapV2Factory.json",
  UniswapV2Pair: "@uniswap/v2-core/build/UniswapV2Pair.json",
  UniswapV2Router02: "@uniswap/v2-periphery/build/UniswapV2Router02.json",
} as const;

/** Uniswap's contract of this name, as its package publishes it. */
export function publishedArtifact(name: keyof typeof PUBLISHED): Artifact {
  const { abi, bytecode } = require(PUBLISHED[name]) as { abi: unknown[]; bytecode: string };
  return { abi, bytecode: bytecode.startsWith("0x") ? bytecode : `0x${bytecode}` };
}

const OWN = [
  "FixedSupplyToken",
  "ArbitrageExecutor",
  "FlashExecutor",
  "PairRouter",
  "PairExecutor",
  "PairMaker",
  "FeeOnTransferToken",
  "FeedOracle",
  "SpotOracle",
  "AverageOracle",
  "LendingMarket",
  "BalanceReader",
  "OperationRunner",
  "HostileToken",
] as const;

/**
 * Our contract of this name: from the installed package, or in the repository from what Hardhat's build wrote.
 *
 * @throws CrashError `CHAIN_NOT_BUILT` when there is neither
 */
export function ownArtifact(name: (typeof OWN)[number]): Artifact {
  const place = placeOf(name);
  if (place === undefined) throw new CrashError("CHAIN_NOT_BUILT", `the contract ${name} is not compiled; run \`npx hardhat build\` first`);
  return JSON.parse(readFileSync(place, "utf8")) as Artifact;
}

/** True when all of our contracts are compiled. */
export function hasOwnArtifacts(): boolean {
  return OWN.every((name) => placeOf(name) !== undefined);
}

function placeOf(name: (typeof OWN)[number]): URL | undefined {
  const folders = ["contracts", "contracts/tokens"];
  const places = [`../../../artifacts/${name}.json`, ...folders.map((folder) => `../../../artifacts/${folder}/${name}.sol/${name}.json`)];
  return places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
}
