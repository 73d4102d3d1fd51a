/**
 * Gives the memory of bytes back at once, which nobody may read afterwards: a collector with little else to do comes by only after tens of megabytes.
 * Leaves bytes alone that share their memory with others.
 */
export function freeBytes({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
