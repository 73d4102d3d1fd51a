import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/** How a package of ES modules is found. From CommonJS it is not meant to be, and older ways know no `exports`. */
const ways: readonly string[] = ["node16-esm", "bundler"];

/**
 * Looks at the packed package as publint and “Are the types wrong?” do.
 *
 * @throws Error with every complaint, suggestions among them
 */
export async function checkTarball(file: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file));
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, level: "suggestion", strict: true });
  const complaints = messages.map((message) => formatMessage(message, pkg) ?? message.code);

  const { types, ...analysis } = await checkPackage(createPackageFromTarballData(bytes));
  if (types === false) complaints.push("the package has no types");
  for (const problem of "problems" in analysis ? analysis.problems : [])
    if (!("resolutionKind" in problem) || ways.includes(problem.resolutionKind)) complaints.push(JSON.stringify(problem));
  if (complaints.length > 0) throw new Error(`the packed package:\n${complaints.join("\n")}`);
  console.log("publint and Are the types wrong? find nothing");
}
