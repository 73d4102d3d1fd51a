import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import hardhatToolboxMochaEthers from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { defineConfig } from "hardhat/config";
import hardhatCrash from "./src/plugin/index.ts";
import { closeToDoubles } from "./test/close-to-doubles.ts";

export default defineConfig({
  plugins: [hardhatToolboxMochaEthers, hardhatCrash, closeToDoubles],
  solidity: {
    compilers: [
      {
        version: "0.8.28",
        // The compiler is the WebAssembly build of the npm package: nothing is downloaded.
        path: fileURLToPath(import.meta.resolve("solc/soljson.js")),
        settings: { optimizer: { enabled: true, runs: 1_000_000 } },
      },
    ],
  },
  typechain: { outDir: "types/contracts" },
  paths: { tests: { mocha: "test", solidity: "contracts" } },
  // A file of tests at a time in each process; more than four would want more memory than they save time.
  test: {
    mocha: {
      timeout: 120_000,
      parallel: true,
      jobs: Math.min(4, availableParallelism()),
      require: [fileURLToPath(new URL("test/errors-cross-processes.ts", import.meta.url))],
    },
  },
});
