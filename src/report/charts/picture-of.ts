import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";

/** Attributes of the picture in a chart's frame: a single image with the chart's name, described by its sentence. */
export function pictureOf(id: string): Markup {
  return markup`role="img" aria-labelledby="${id}-heading" aria-describedby="${id}-sentence"`;
}
