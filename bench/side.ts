import { writeFileSync } from "node:fs";
import { join } from "node:path";
import hre from "hardhat";
import { COINBASE } from "../src/venues/chain/layout.ts";
import { timeAnvil } from "./anvil-loop.ts";
import { startAnvil } from "./anvil-server.ts";
import { timeBareLoop, timeBones, timeMethods, weighBareLoop } from "./bare-loop.ts";
import { timeEngine, weighEngine } from "./engine-loop.ts";
import { readRecording, recordRequests, writeRecording } from "./record-requests.ts";
import { timeCommand } from "./whole-command.ts";

/** One side of the benchmark in a process of its own: `BENCH_SIDE` says which, and the answer is left in the folder `BENCH_FOLDER`. */
const side = process.env["BENCH_SIDE"] ?? "";
const folder = process.env["BENCH_FOLDER"] ?? "";
const blocks = process.env["BENCH_BLOCKS"] === undefined ? null : Number(process.env["BENCH_BLOCKS"]);
const file = join(folder, "requests.json");

const sides: Readonly<Record<string, () => Promise<unknown>>> = {
  async record() {
    const recording = await recordRequests(hre.network, blocks);
    writeRecording(file, recording);
    const { blocks: mined, swaps, hashes, run } = recording;
    return { blocks: mined, swaps, requests: run.length, transactions: hashes.length };
  },
  engine: () => timeEngine(hre.network, blocks),
  bare: () => timeBareLoop(hre.network, readRecording(file)),
  bones: () => timeBones(hre.network, readRecording(file)),
  methods: () => timeMethods(hre.network, readRecording(file)),
  command: () => timeCommand(hre, blocks, join(folder, "results"), readRecording(file).genesis.length),
  "weigh-engine": () => weighEngine(hre.network, blocks),
  "weigh-bare": () => weighBareLoop(hre.network, readRecording(file)),
  async anvil() {
    const server = await startAnvil(folder);
    try {
      return await timeAnvil(server, readRecording(file), COINBASE);
    } finally {
      await server.stop();
    }
  },
};

const work = sides[side];
if (work === undefined) throw new Error(`BENCH_SIDE is one of ${Object.keys(sides).join(", ")}`);
writeFileSync(join(folder, "answer.json"), JSON.stringify(await work()));
