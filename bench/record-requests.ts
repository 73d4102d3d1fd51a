import { readFileSync, writeFileSync } from "node:fs";
import type { NetworkManager } from "hardhat/types/network";
import { runCrash } from "../src/engine/run-crash.ts";
import type { Provider } from "../src/venues/chain/rpc.ts";
import { mainJob } from "./main-job.ts";

/** A JSON-RPC request as the venue made it. */
export interface Request {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** All requests of the main job, in order, and what must come out when they are made again. */
export interface Recording {
  readonly genesis: readonly Request[];
  /** From the first block to the last. */
  readonly run: readonly Request[];
  readonly blocks: number;
  readonly swaps: number;
  /** Hashes that the chain gave to the transactions, in order of submission. */
  readonly hashes: readonly string[];
  /** Every balance at the end, as the chain's reader last answered. */
  readonly balances: string;
  /** The request that it answered. */
  readonly lastRead: Request | null;
}

/** Runs the main job once and writes down what it asks of the chain. */
export async function recordRequests(network: NetworkManager, blocks: number | null): Promise<Recording> {
  const genesis: Request[] = [];
  const run: Request[] = [];
  const hashes: string[] = [];
  let balances = "";
  let lastRead: Request | null = null;
  let list = genesis;
  const tap = (provider: Provider): Provider => ({
    async request(args) {
      const request = { method: args.method, params: (args.params ?? []) as readonly unknown[] };
      list.push(request);
      const answer = await provider.request(args);
      if (args.method === "eth_sendTransaction") hashes.push(answer as string);
      if (args.method === "eth_call") [balances, lastRead] = [answer as string, request];
      return answer;
    },
  });
  const opened = <T>(venue: T): T => {
    list = run;
    return venue;
  };
  const { series, swaps } = await runCrash(mainJob(network, blocks, opened, tap));
  return { genesis, run, blocks: series.block.length - 1, swaps: swaps.block.length, hashes, balances, lastRead };
}

export function writeRecording(file: string, recording: Recording): void {
  writeFileSync(file, JSON.stringify(recording));
}

export function readRecording(file: string): Recording {
  return JSON.parse(readFileSync(file, "utf8")) as Recording;
}
