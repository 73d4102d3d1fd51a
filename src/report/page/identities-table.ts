import type { IdentityReport } from "../../core/result.ts";
import type { Markup } from "./markup.ts";
import { decimal, significant } from "../number-format.ts";
import { tableMarkup } from "./table-markup.ts";

/**
 * How often each identity was checked, and how nearly it held.
 *
 * @param of whose, on a page with several
 */
export function identitiesTable(identities: readonly IdentityReport[], of?: string): Markup {
  return tableMarkup({
    caption: of === undefined ? "Identities" : `Identities: ${of}`,
    head: ["identity", "checks", "largest gap", "allowed", "unit"],
    rows: identities.map((each) => [
      `${each.identity}. ${each.name}`,
      decimal(each.checks),
      significant(each.largestGap),
      significant(each.tolerance),
      each.unit,
    ]),
  });
}
