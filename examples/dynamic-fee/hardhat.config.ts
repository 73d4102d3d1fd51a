import { fileURLToPath } from "node:url";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import { defineConfig } from "hardhat/config";
import hardhatCrash from "hardhat-crash";

export default defineConfig({
  plugins: [hardhatMocha, hardhatCrash],
  // The compiler is that of the npm package: nothing is downloaded.
  solidity: { version: "0.8.28", path: fileURLToPath(import.meta.resolve("solc/soljson.js")) },
  test: { mocha: { timeout: 120_000 } },
  crash: {
    pools: {
      moving: { contract: "VolatilityFeePair", feeGetter: "feePpm" },
    },
    pool: "moving",
  },
});
