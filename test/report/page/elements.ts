import type { PageElement } from "./read-page.ts";

/** Text of an element and all that is in it, spaces made one. */
export function textOf(element: PageElement): string {
  return element.children
    .map((each) => (typeof each === "string" ? each : textOf(each)))
    .join("")
    .replace(/[ \n]+/g, " ")
    .trim();
}

/** Elements around one, from the inside. */
export function around(element: PageElement): readonly PageElement[] {
  return element.parent === null ? [] : [element.parent, ...around(element.parent)];
}

/** Whether there is an element of that name inside. */
export function holds(element: PageElement, tag: string): boolean {
  return element.children.some((each) => typeof each !== "string" && (each.tag === tag || holds(each, tag)));
}
