/**
 * Writes TypeScript types for the contracts that Uniswap publishes, into types/uniswap. `npm run types` runs it; nothing at run time needs
 * it, because types are only imported with `import type`. TypeChain's own command finds no files below node_modules, and mirrors their
 * folders in imports without extension, so the artifacts are first laid side by side.
 */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runTypeChain } from "typechain";

const { resolve } = createRequire(import.meta.url);
const root = fileURLToPath(new URL("..", import.meta.url));
const outDir = path.join(root, "types", "uniswap");
const artifacts = [
  "@uniswap/v2-core/build/UniswapV2Factory.json",
  "@uniswap/v2-core/build/UniswapV2Pair.json",
  "@uniswap/v2-periphery/build/UniswapV2Router02.json",
  "@uniswap/v2-periphery/build/WETH9.json",
];

const folder = mkdtempSync(path.join(tmpdir(), "hardhat-crash-types-"));
try {
  const files = artifacts.map((artifact) => {
    const file = path.join(folder, path.basename(artifact));
    copyFileSync(resolve(artifact), file);
    return file.replaceAll("\\", "/");
  });
  rmSync(outDir, { recursive: true, force: true });
  await runTypeChain({
    cwd: root,
    target: "ethers-v6",
    outDir,
    filesToProcess: files,
    allFiles: files,
    flags: { alwaysGenerateOverloads: false, discriminateTypes: false, node16Modules: true, environment: undefined },
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
