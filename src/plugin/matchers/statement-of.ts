import { InputError } from "../../core/errors.ts";
import type { BookName, BookStatement, CrashResult } from "../../core/result.ts";

/** @throws InputError `MEASURE_ABSENT` for a book that the run does not have */
export function statementOf({ statement }: Pick<CrashResult, "statement">, book: BookName): BookStatement {
  const found = statement.find((each) => each.book === book);
  if (found !== undefined) return found;
  throw new InputError("MEASURE_ABSENT", `the run has no book ${book}`, {
    value: book,
    allowed: `${statement.map((each) => each.book).join(", ")}; desk and insurer with the settings hedger.desk and hedger.insurance`,
  });
}
