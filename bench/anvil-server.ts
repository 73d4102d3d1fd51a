import { spawn, spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { createServer } from "node:net";

/** Not among our packages: npx fetches it for the benchmark alone. */
const PACKAGE = "@foundry-rs/anvil@1.7.1";
const PATIENCE_MS = 90_000;

/** An anvil on loopback. */
export interface AnvilServer {
  readonly url: string;
  /** Ends it, and waits until it has. */
  stop(): Promise<void>;
}

/**
 * Starts anvil on a free port of loopback with the rules of our chain: the same hardfork and gas limit, blocks on request, order of submission.
 * It keeps the states of few blocks only, with which it is fastest.
 *
 * @param home folder that stands in for the user's, for what anvil keeps on disk
 * @throws Error when it cannot be fetched or does not answer
 */
export async function startAnvil(home: string): Promise<AnvilServer> {
  const program = fetchProgram(home);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const flags = ["--host", "127.0.0.1", "--port", String(port), "--quiet", "--accounts", "0", "--chain-id", "31337"];
  const rules = ["--hardfork", "prague", "--gas-limit", "60000000", "--block-base-fee-per-gas", "0", "--disable-min-priority-fee"];
  const mining = ["--no-mining", "--order", "fifo", "--timestamp", "1262304000", "--prune-history", "10"];
  const child = spawn(process.execPath, [program, ...flags, ...rules, ...mining], {
    cwd: home,
    env: { ...process.env, HOME: home },
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  // The program hands the signal down to the server, and waits for it.
  const stop = (): Promise<void> => {
    child.kill("SIGTERM");
    return ended;
  };
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      await stop();
      throw new Error("anvil does not answer");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, stop };
}

/** Path of anvil's program, after npx has fetched it. */
function fetchProgram(cwd: string): string {
  const { status, stdout, stderr } = spawnSync("npx", ["-y", "-p", PACKAGE, "which", "anvil"], {
    cwd,
    encoding: "utf8",
    timeout: PATIENCE_MS,
  });
  if (status !== 0) throw new Error(`${PACKAGE} cannot be fetched: ${stderr.trim().split("\n").at(-1) ?? ""}`);
  return realpathSync(stdout.trim().split("\n").at(-1) ?? "");
}

async function answers(url: string): Promise<boolean> {
  try {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_chainId", params: [] });
    return (await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body })).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
