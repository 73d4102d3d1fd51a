/** True when none was reverted but those that may be; all by their ids. */
export function isWhole(reverted: readonly number[], mayRevert: readonly number[]): boolean {
  return reverted.every((id) => mayRevert.includes(id));
}
