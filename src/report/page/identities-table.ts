import type { IdentityReport } from "../../core/result.ts";
import type { Markup } from "./markup.ts";
import { decimal, significant } from "../number-format.ts";
import { tableMarkup } from "./table-markup.ts";

/** How often each identity was checked, and how nearly it held. */
export function identitiesTable(identities: readonly IdentityReport[]): Markup {
  return tableMarkup({
    caption: "Identities",
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
