import type { IncomingMessage } from "node:http";

/** Bytes with which a body begins in memory; it grows by doubling. */
const FIRST_BYTES = 16_384;
/** How many times the limit is read and thrown away, so that a client that sends first and reads then gets its answer. */
const PATIENCE = 16;

/**
 * The body of a request, copied into one piece: a body in a million pieces of a byte each takes no more memory than another.
 *
 * @param limit bytes
 * @returns undefined where it is longer
 * @throws what the connection ends with
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  let body = Buffer.alloc(Math.min(FIRST_BYTES, limit));
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    const end = length + chunk.length;
    if (end > limit * PATIENCE) return undefined;
    if (end <= limit) {
      while (end > body.length) body = Buffer.concat([body, Buffer.alloc(Math.min(body.length, limit - body.length))]);
      chunk.copy(body, length);
    }
    length = end;
  }
  return length > limit ? undefined : body.subarray(0, length);
}
