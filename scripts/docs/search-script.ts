import type { SearchEntry } from "./search-entries.ts";

/** As many are shown. */
const SHOWN = 12;

/** What the search box of a page runs: it needs nothing but this text. Plain script, since it goes into the page as it stands. */
export function searchScript(entries: readonly SearchEntry[]): string {
  // What ends a script would end it within a string, too.
  const json = JSON.stringify(entries).replaceAll("<", "\\u003c");
  return String.raw`"use strict";
(() => {
  const entries = ${json};
  const [box, input, list, status] = ["search", "search-words", "search-found", "search-count"].map((id) => document.getElementById(id));
  const NOTHING = "Nothing is called so.";
  const worth = (label, words) => {
    const text = label.toLowerCase();
    if (!words.every((word) => text.includes(word))) return 0;
    return text === words.join(" ") ? 4 : text.split(/[\s.:]+/).includes(words[0]) ? 3 : text.startsWith(words[0]) ? 2 : 1;
  };
  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter((word) => word !== "");
    const found = words.length === 0 ? [] : entries.map((entry, at) => [worth(entry[0], words) || worth(entry[0] + " " + entry[1], words) / 8, at]).filter(([value]) => value > 0).sort(([a, i], [b, j]) => b - a || i - j);
    const none = document.createElement("li");
    none.append(document.createElement("span"));
    none.firstChild.textContent = NOTHING;
    list.replaceChildren(...(found.length === 0 ? [none] : []), ...found.slice(0, ${SHOWN}).map(([, at]) => {
      const [label, page, href] = entries[at];
      const [item, link, where] = ["li", "a", "small"].map((tag) => document.createElement(tag));
      link.href = href;
      link.textContent = label;
      where.textContent = page;
      link.append(where);
      item.append(link);
      return item;
    }));
    list.hidden = words.length === 0;
    status.textContent = words.length === 0 ? "" : found.length === 0 ? NOTHING : found.length > ${SHOWN} ? found.length + " places, the first ${SHOWN} are shown" : found.length + (found.length === 1 ? " place" : " places");
  };
  const close = () => { input.value = ""; show(); };
  input.addEventListener("input", show);
  addEventListener("keydown", (event) => {
    const isTyping = /^(input|textarea|select)$/.test(event.target.localName ?? "");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); input.focus(); }
    if (event.key === "Escape" && !list.hidden) { close(); input.focus(); }
    if (event.key === "Enter" && event.target === input) list.querySelector("a")?.click();
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && box.contains(event.target) && !list.hidden) {
      const stops = [input, ...list.querySelectorAll("a")];
      const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) { event.preventDefault(); next.focus(); }
    }
  });
  list.addEventListener("click", close);
  addEventListener("click", ({ target }) => { if (!box.contains(target) && !list.hidden) close(); });
  box.hidden = false;
})();
`;
}
