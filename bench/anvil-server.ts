import { spawn } from "node:child_process";
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
 *
 * @param home folder that stands in for the user's, for what anvil keeps on disk
 * @throws Error when it cannot be fetched or does not answer
 */
export async function startAnvil(home: string): Promise<AnvilServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const flags = ["--host", "127.0.0.1", "--port", String(port), "--quiet", "--accounts", "0", "--chain-id", "31337"];
  const rules = ["--hardfork", "prague", "--gas-limit", "60000000", "--block-base-fee-per-gas", "0", "--disable-min-priority-fee"];
  const mining = ["--no-mining", "--order", "fifo", "--timestamp", "1262304000"];
  // A group of its own, so that npx, its wrapper and the server end together when one of them hangs.
  const child = spawn("npx", ["-y", PACKAGE, ...flags, ...rules, ...mining], {
    cwd: home,
    env: { ...process.env, XDG_CONFIG_HOME: home, FOUNDRY_HOME: home },
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  let ended = false;
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const exit = new Promise<void>((resolve) => {
    const end = (): void => {
      ended = true;
      resolve();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  const stop = async (): Promise<void> => {
    if (ended || child.pid === undefined) return;
    const { pid } = child;
    // npx hands the signal down, and each waits for the one below.
    process.kill(pid, "SIGTERM");
    const impatient = setTimeout(() => process.kill(-pid, "SIGKILL"), 5_000);
    await exit;
    clearTimeout(impatient);
  };
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await answers(url))) {
    if (ended || performance.now() > deadline) {
      await stop();
      throw new Error(`anvil does not answer: ${errors.trim().split("\n").at(-1) ?? ""}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, stop };
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
