/** Every file that a run writes. A folder with other files in it is somebody else's. */
export const outputFiles = ["index.html", "result.json", "result.schema.json", "series.csv", "swaps.csv"] as const;

export type OutputFile = (typeof outputFiles)[number];

/** Whether a name is one of ours. */
export function isOutputFile(name: string): name is OutputFile {
  return (outputFiles as readonly string[]).includes(name);
}
