import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { before, describe, it } from "mocha";
import { errorCodes } from "../../scripts/docs/error-codes.ts";
import hardhatCrash from "../../src/index.ts";
import { claimOf } from "../../src/plugin/matchers/claim-of.ts";
import { POOL_RULES } from "../../src/venues/chain/lab/invariants/pool-rule.ts";
import { lineLabels } from "../../src/report/line-labels.ts";
import { listLaws, listScenarios } from "../../src/scenarios/find-scenario.ts";
import { describeSettings } from "../../src/scenarios/settings.ts";
import { textOf } from "../report/page/elements.ts";
import type { PageElement } from "../report/page/read-page.ts";
import { type BuiltPage, builtSite } from "./built-site.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (pattern: string): ReadonlyMap<string, string> =>
  new Map(globSync(pattern, { cwd: root }).map((file) => [file.replaceAll("\\", "/"), readFileSync(join(root, file), "utf8")]));

/** What looks like a code and is none: variables of the environment, and codes of Node's own. */
const NO_CODES = ["NO_COLOR", "ERR_WORKER_OUT_OF_MEMORY", "ERR_ENCODING_INVALID_ENCODED_DATA"];
/** Mistakes of a user that no test provokes yet; none may be added. */
const UNTESTED = ["REPLAY_INVALID", "REPLAY_TOO_LARGE", "SWEEP_WRITE"];

/** Words of an element as a reader sees them. */
function wordsOf(element: PageElement): string {
  const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#96;": "`" };
  return textOf(element)
    .replace(/&[a-z0-9#]+;/g, (entity) => entities[entity] ?? entity)
    .replaceAll("\u00a0", " ");
}

describe("the site and the sources", () => {
  let pages: readonly BuiltPage[] = [];
  const page = (file: string): BuiltPage => {
    const found = pages.find((each) => each.file === file);
    if (found === undefined) throw new Error(`no page ${file}`);
    return found;
  };
  /** Cells and terms of a page that begin with a name, with all that stands beside it. */
  const rowOf = (file: string, id: string): string => {
    const named = page(file).elements.find(({ attributes }) => attributes["id"] === id);
    if (named === undefined) throw new Error(`${file} has no place ${id}`);
    const row = named.parent?.parent;
    return wordsOf(row?.tag === "tr" ? row : (named.parent ?? named));
  };

  before(() => {
    pages = builtSite();
  });

  it("every matcher and every rule of a pool has a section", () => {
    const sections = (file: string): readonly (string | undefined)[] =>
      page(file)
        .elements.filter(({ tag }) => tag === "h2")
        .map(wordsOf);
    expect(sections("matchers.html")).to.include.members([...Object.keys(claimOf), "crashOf", "attacksOn"]);
    expect(sections("pool-rules.html")).to.have.length.at.least(POOL_RULES.length);
  });

  it("every link leads to a page and a place on it", () => {
    const lost: string[] = [];
    let links = 0;
    for (const { file, elements } of pages)
      for (const { attributes } of elements) {
        const { href } = attributes;
        if (href === undefined) continue;
        const [to = "", anchor] = href.split("#");
        const target = to === "" ? page(file) : pages.find((each) => each.file === to);
        links += 1;
        if (target === undefined || (anchor !== undefined && !target.ids.has(anchor))) lost.push(`${file}: ${href}`);
      }
    expect(lost).to.deep.equal([]);
    expect(links).to.be.above(500);
  });

  it("what the search leads to is there", () => {
    const [, entries = "[]"] = /const entries = (\[.*\]);\n/.exec(page("index.html").text) ?? [];
    const all = JSON.parse(entries) as readonly (readonly [string, string, string])[];
    expect(all.length).to.be.above(400);
    for (const [label, , href] of all) {
      const [file = "", anchor] = href.split("#");
      expect(anchor === undefined || page(file).ids.has(anchor), `${label}: ${href}`).to.equal(true);
    }
  });

  it("has every setting, with its default and what is allowed", () => {
    for (const { key, default: value, allowed } of describeSettings()) {
      const row = rowOf("settings.html", key);
      expect(row).to.include(String(value)).and.include(allowed);
    }
    for (const law of listLaws())
      for (const { key, room, default: value, allowed } of describeSettings(law)) {
        if (room !== "process") continue;
        const { ids } = page("settings.html");
        const row = rowOf("settings.html", ids.has(`${law.name}.${key}`) ? `${law.name}.${key}` : key);
        expect(row, law.name).to.include(String(value)).and.include(allowed);
      }
  });

  it("has every scenario, and all that it sets", () => {
    const usual = new Map(describeSettings().map(({ key, default: value }) => [key, value]));
    for (const scenario of [...listScenarios(), ...listLaws()]) {
      const section = page("scenarios.html").elements.find(({ attributes }) => attributes["id"] === scenario.name);
      const text = section === undefined ? "" : wordsOf(section);
      expect(text).to.include(scenario.what);
      for (const { key, room, default: value } of describeSettings(scenario))
        if (room !== "process" && value !== usual.get(key)) expect(text).to.include(`${key}=${String(value)}`);
    }
  });

  it("has every task, with every argument and option", () => {
    const text = page("tasks.html")
      .elements.filter(({ tag }) => tag === "main")
      .map(wordsOf)
      .join();
    const tasks = hardhatCrash.tasks ?? [];
    expect(tasks.length).to.be.above(5);
    for (const task of tasks) {
      expect(text)
        .to.include(`npx hardhat ${task.id.join(" ")}`)
        .and.include((task.description ?? "").replaceAll("`", ""));
      if ("options" in task) for (const { name } of Object.values(task.options)) expect(text).to.include(`--${name}`);
    }
  });

  it("has every error code of the sources, whichever way it is looked for", () => {
    const written = [...read("src/**/*.ts").values()].flatMap((text) => [...text.matchAll(/"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)"/g)]);
    const codes = new Set(written.flatMap(([, code = ""]) => (NO_CODES.includes(code) ? [] : [code])));
    expect(codes.size).to.be.above(70);
    expect([...codes].filter((code) => !page("errors.html").ids.has(code))).to.deep.equal([]);
    for (const identity of [1, 2, 3, 4]) expect(page("errors.html").ids.has(`IDENTITY_${identity}`)).to.equal(true);
  });

  it("every mistake of a user that has a code has a test that names it", () => {
    const tests = [...read("test/**/*.ts")].filter(([file]) => !file.startsWith("test/docs/")).map(([, text]) => text);
    const codes = new Set(errorCodes().flatMap(({ kind, code }) => (kind === "InputError" ? [code] : [])));
    const untested = [...codes].filter((code) => !UNTESTED.includes(code) && !tests.some((text) => text.includes(code)));
    expect(untested).to.deep.equal([]);
  });

  it("has every line of the statement in the guide, by its name in the result", () => {
    const guide = page("statement.html").text;
    for (const [name, label] of lineLabels) {
      expect(guide, name).to.include(`<code>${name}</code>`);
      expect(guide, name).to.include(`>${label}</th>`);
    }
  });

  it("has every name that the library exports, each with a doc comment or fields of its own", () => {
    const { elements, ids } = page("library.html");
    for (const name of [
      "runCrash",
      "runSweep",
      "runMev",
      "runCompare",
      "hardhatCrash",
      "InputError",
      "CrashResult",
      "Scenario",
      "Ordering",
    ])
      expect(ids.has(name), name).to.equal(true);
    expect(elements.filter(({ tag }) => tag === "h3").length).to.be.above(60);
  });
});
