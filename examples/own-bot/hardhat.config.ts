import { fileURLToPath } from "node:url";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import { defineConfig } from "hardhat/config";
import hardhatCrash from "hardhat-crash";

export default defineConfig({
  plugins: [hardhatMocha, hardhatCrash],
  // Hardhat wants a compiler even where there is no contract; that of the npm package is not downloaded.
  solidity: { version: "0.8.28", path: fileURLToPath(import.meta.resolve("solc/soljson.js")) },
  test: { mocha: { timeout: 120_000 } },
});
