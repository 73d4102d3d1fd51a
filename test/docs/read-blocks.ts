import { readFileSync } from "node:fs";
import { lexer } from "marked";
import type { Tokens } from "marked";

/** A block of code in a Markdown file, and what the comment before it says of running it. */
export interface Block {
  /** From the repository's root, with the line on which the block begins. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
  /** `<!-- run: … -->`: arguments for every command, beside its own. */
  readonly extra: string;
  /** `<!-- not run: … -->`: why not; null where it is run. */
  readonly notRun: string | null;
  /** `<!-- file: … -->`: a file with this content is there for the commands; null for other blocks. */
  readonly file: string | null;
}

/**
 * The blocks of code of a Markdown file, in their order.
 *
 * @param root the repository
 * @param file from there
 */
export function readBlocks(root: string, file: string): readonly Block[] {
  const blocks: Block[] = [];
  let line = 1;
  let said: Partial<Record<string, string>> = {};
  for (const token of lexer(readFileSync(new URL(file, root), "utf8")) as Tokens.Generic[]) {
    if (token.type === "code") {
      const language = (token["lang"] as string | undefined) ?? "";
      const { run = "", "not run": notRun = null, file: name = null } = said;
      blocks.push({ place: `${file}:${line}`, language, text: token["text"] as string, extra: run, notRun, file: name });
    }
    const comment = /^<!-- (run|not run|file): (.*?) -->\s*$/.exec(token.type === "html" ? token.raw : "");
    if (token.type !== "space") said = comment === null ? {} : { [comment[1] ?? ""]: comment[2] ?? "" };
    line += token.raw.split("\n").length - 1;
  }
  return blocks;
}
