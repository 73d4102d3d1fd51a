/** The one thing that is needed of a chain: JSON-RPC requests, answered in order. */
export interface Provider {
  request(args: { readonly method: string; readonly params?: readonly unknown[] | object }): Promise<unknown>;
}

/** A number as JSON-RPC writes quantities: hexadecimal without leading zeros. */
export function quantity(value: bigint | number): string {
  return `0x${value.toString(16)}`;
}

/** A number as a word of 32 bytes, without the prefix. */
export function word(value: bigint | number): string {
  return value.toString(16).padStart(64, "0");
}

/** An address as a word of 32 bytes, without the prefix. */
export function addressWord(address: string): string {
  return address.slice(2).toLowerCase().padStart(64, "0");
}

/** Word number `index` of returned or logged data. */
export function wordAt(data: string, index: number): bigint {
  return BigInt(`0x${data.slice(2 + 64 * index, 66 + 64 * index)}`);
}
