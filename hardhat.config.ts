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
  test: { mocha: { timeout: 120_000 } },
});
