/** Every file that a run writes, about extraction too, a comparison or a probe, by name. A folder with other files in it is somebody else's. */
export const outputFiles = [
  "compare.json",
  "compare.schema.json",
  "crash.html",
  "extractions.csv",
  "index.html",
  "mev.json",
  "mev.schema.json",
  "probe.json",
  "probe.schema.json",
  "result.json",
  "result.schema.json",
  "series.csv",
  "swaps.csv",
  "transactions.csv",
] as const;

export type OutputFile = (typeof outputFiles)[number];

/** Whether a name is one of ours. */
export function isOutputFile(name: string): name is OutputFile {
  return (outputFiles as readonly string[]).includes(name);
}
