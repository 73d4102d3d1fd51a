import type { Lesson } from "./lesson.ts";

const INTRODUCTION = `# What sweeps teach

Written by \`npm run lessons\` from sweeps with fixed seeds; a test runs them again and compares this page. Prices follow geometric Brownian motion, so that what is said is
said of volatility alone; every sweep is a command that runs on any law and any recorded day as well.
`;

function section({ title, answer, how, head, rows }: Lesson): string {
  return [
    `## ${title}`,
    "",
    ...answer.map((sentence) => `- ${sentence}`),
    "",
    how,
    "",
    `| ${head.join(" | ")} |`,
    `|${head.map(() => "---:").join("|")}|`,
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
    "",
  ].join("\n");
}

/** The page of the documentation, as Markdown. */
export function page(lessons: readonly Lesson[]): string {
  return [INTRODUCTION, ...lessons.map(section)].join("\n");
}
