import type { AnvilServer } from "./anvil-server.ts";
import type { Measurement } from "./measurement.ts";
import type { Recording, Request } from "./record-requests.ts";
import { Stopwatch } from "./stopwatch.ts";

interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * Makes the recorded requests over HTTP, one after the other on a connection that is kept alive; the chain time is the whole loop.
 *
 * @param coinbase fee recipient of every block
 * @throws Error when a request is refused, or when the balances at the end are not those of the main job
 */
export async function timeAnvil({ url }: AnvilServer, recording: Recording, coinbase: string): Promise<Measurement> {
  const chain = new Stopwatch();
  // An impersonated transaction's hash differs from chain to chain.
  const hashes = new Map<string, string>();
  let sent = 0;
  let balances: unknown = "";
  let id = 0;
  const request = async ({ method, params }: Request): Promise<unknown> => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: (id += 1), method, params });
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
    const { result, error } = (await response.json()) as Answer;
    if (error !== undefined) throw new Error(`anvil refuses ${method}: ${error.message}`);
    return result;
  };
  const again = async ({ method, params }: Request): Promise<void> => {
    const [first, ...rest] = params;
    const known = typeof first === "string" ? hashes.get(first) : undefined;
    const result = await request({ method, params: known === undefined ? params : [known, ...rest] });
    if (method === "eth_sendTransaction") hashes.set(recording.hashes[sent++] ?? "", result as string);
    if (method === "eth_call") balances = result;
  };
  await request({ method: "anvil_setCoinbase", params: [coinbase] });
  for (const each of recording.genesis) await again(each);
  chain.start();
  for (const each of recording.run) await again(each);
  chain.stop();
  if (balances !== recording.balances) throw new Error("anvil ends with other balances than the main job");
  return { chain: chain.spent, parts: {} };
}
