/** The replay file that a failure names. */
export function fileIn(failure: string): string {
  const file = /Replay: npx hardhat crash replay (crash-replays\/\S+\.json)/.exec(failure)?.[1];
  if (file === undefined) throw new Error(`no replay in: ${failure}`);
  return file;
}
