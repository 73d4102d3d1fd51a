/** What Solidity 0.8 reverts with when arithmetic fails, undecoded: 0x11 is an overflow, 0x12 a division by zero. */
export function panic(code: 0x11 | 0x12): string {
  return `0x4e487b71${code.toString(16).padStart(64, "0")}`;
}
