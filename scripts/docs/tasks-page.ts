import type { TaskDefinition } from "hardhat/types/tasks";
import hardhatCrash from "../../src/index.ts";
import { markup } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";
import { codeBlock } from "./code-block.ts";
import { docTable } from "./doc-table.ts";
import { headingId } from "./heading-id.ts";
import { inlineMarkup } from "./inline-markup.ts";
import type { TextLinks } from "./inline-markup.ts";
import { plainText } from "./plain-text.ts";
import type { PageContent } from "./site-page.ts";

/** A task that does something, by its name such as `crash mev`. */
export interface NamedTask {
  readonly name: string;
  readonly task: Exclude<TaskDefinition, { readonly type: "EMPTY_TASK" }>;
}

/** The plugin's tasks, in its order. */
export function namedTasks(): readonly NamedTask[] {
  return (hardhatCrash.tasks ?? []).flatMap((task) => ("options" in task ? [{ name: task.id.join(" "), task }] : []));
}

/** Where a task is explained. */
export function taskHref(name: string): string {
  return `tasks.html#${headingId(`npx hardhat ${name}`)}`;
}

/** Every task with its arguments, options and their defaults, as the plugin defines them. */
export function tasksPage(links: TextLinks): PageContent {
  return {
    title: "Tasks",
    intro: [
      markup`<p>${inlineMarkup("What the plugin adds to `npx hardhat`. `npx hardhat crash --help` says the same in the terminal. An option that is not given has the default named here.", links)}</p>\n`,
      markup`<p>${inlineMarkup("Exit code 0 is a finished run whose identities hold. A mistake in the input is exit code 1 with one message and nothing written; Ctrl-C is 130.", links)}</p>\n`,
    ],
    sections: namedTasks().map(({ name, task }) => {
      const title = `npx hardhat ${name}`;
      return { id: headingId(title), title, content: taskMarkup(title, task, links) };
    }),
    targets: [],
  };
}

function taskMarkup(title: string, task: NamedTask["task"], links: TextLinks): Markup {
  const given = "positionalArguments" in task ? task.positionalArguments : [];
  const options = Object.values(task.options);
  const places = given.map(({ name, isVariadic }) => `[${name}${isVariadic ? "…" : ""}]`);
  const rows = [
    ...given.map(({ name, description, defaultValue }) => [name, description, defaultValue] as const),
    // A flag is true or false, and false when it is not given.
    ...options.map(
      ({ name, description, defaultValue }) => [`--${name}`, description, defaultValue === false ? "not given" : defaultValue] as const,
    ),
  ];
  const table = docTable({
    caption: title,
    head: [{ words: "argument or option" }, { words: "what it says" }, { words: "default" }],
    rows: rows.map(([name, description, value]) => [
      markup`<code>${name}</code>`,
      inlineMarkup(description, links),
      defaultMarkup(value, links),
    ]),
  });
  const usage = [title, ...places, ...(options.length > 0 ? ["[options]"] : [])].join(" ");
  return markup`<p>${inlineMarkup(`${task.description}.`, links)}</p>\n${codeBlock(usage, "text")}${rows.length > 0 ? table : markup`<p>It takes no arguments.</p>`}`;
}

/** A default as it would be typed; words that nobody types, such as `none` and `one a core`, stand as words. */
function defaultMarkup(value: unknown, links: TextLinks): Markup {
  const typed: readonly unknown[] = Array.isArray(value) ? value : [value];
  const words = typed.filter((each) => typeof each === "string" || typeof each === "number").map(String);
  if (words.length === 0 || words.some((word) => word === "none" || word === "" || word.includes(" ")))
    return plainText(words.join(" ") || "none");
  return inlineMarkup(words.map((word) => `\`${word}\``).join(" "), links);
}
