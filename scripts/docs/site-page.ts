import type { Markup } from "../../src/report/page/markup.ts";
import type { PageSection } from "../../src/report/page/page-text.ts";

/** A place on a page that the search leads to. */
export interface SearchTarget {
  /** As it is looked for: a heading, a setting's name, an error's code. */
  readonly label: string;
  /** Of an element on the page. */
  readonly id: string;
}

/** What a page says, before it has a place in the site. */
export interface PageContent {
  readonly title: string;
  /** Between the title and the first section. */
  readonly intro: readonly Markup[];
  readonly sections: readonly PageSection[];
  /** Beside the headings of its sections, which are always found. */
  readonly targets: readonly SearchTarget[];
}

/** Where in the list of pages one stands. */
export type PageGroup = "Guide" | "Reference" | "Background";

/** A page of the site. */
export interface SitePage extends PageContent {
  /** Its name in the site's folder, such as `settings.html`. */
  readonly file: string;
  readonly group: PageGroup;
}
