/** The whole suite with its random tests repeated more often: `npm run test:long`, some minutes longer than `npx hardhat test`. */
import { spawnSync } from "node:child_process";

const { status } = spawnSync("npx", ["hardhat", "test"], {
  stdio: "inherit",
  env: { ...process.env, CRASH_LONG_TESTS: "1" },
  // npx is a script on Windows, and a script needs a shell there.
  shell: process.platform === "win32",
});
process.exitCode = status ?? 1;
