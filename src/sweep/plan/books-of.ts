import type { BookName } from "../../core/result.ts";
import type { HedgerSettings } from "../../hedger/settings.ts";
import { KERNEL_BOOKS } from "../kernel/kernel-columns.ts";

/** The books that a path of these settings is walked through, in the order in which they are read. */
export function booksOf({ hedger }: { readonly hedger: Pick<HedgerSettings, "desk" | "insurance"> }): readonly BookName[] {
  return KERNEL_BOOKS.filter((book) => {
    if (book === "desk") return hedger.desk !== "none";
    return book !== "insurer" || hedger.insurance !== "none";
  });
}
