import type { BookName } from "../../core/result.ts";
import type { HedgerSettings } from "../../hedger/settings.ts";

/** A few words for a table's head, as a run's statement has them. */
export function bookTitle(book: BookName, { desk, deskSide }: Pick<HedgerSettings, "desk" | "deskSide">): string {
  switch (book) {
    case "lp":
      return "LP";
    case "hedged-lp":
      return "hedged LP";
    case "option-twin":
      return "option twin";
    case "short-straddle":
      return "short straddle";
    case "desk":
      return `${deskSide} ${desk.replace("-", " ")}`;
    default:
      return book;
  }
}
