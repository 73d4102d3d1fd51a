/** Whether a pool is named by where it stands, whatever is there. */
export function isAddress(name: string): boolean {
  return /^0x[0-9a-f]*$/i.test(name);
}
