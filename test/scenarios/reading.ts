import type { BookName, BookStatement, CrashResult, FlowReport } from "../../src/index.ts";

/** The statement of one book. */
export function bookNamed(result: CrashResult, name: BookName): BookStatement {
  const found = result.statement.find(({ book }) => book === name);
  if (found === undefined) throw new Error(`the result has no book ${name}`);
  return found;
}

/** The flow of one participant. */
export function flowNamed(result: CrashResult, participant: string): FlowReport {
  const found = result.flow.find((each) => each.participant === participant);
  if (found === undefined) throw new Error(`the result has no flow of ${participant}`);
  return found;
}
