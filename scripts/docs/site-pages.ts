import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { exportsPage } from "./exports-page.ts";
import type { ExportsFolder } from "./exports-page.ts";
import { errorsPage } from "./errors-page.ts";
import type { TextLinks } from "./inline-markup.ts";
import { knownWords } from "./known-words.ts";
import { libraryPage } from "./library-page.ts";
import { markdownPage } from "./markdown-page.ts";
import { resultsPage } from "./results-page.ts";
import { root } from "./root.ts";
import { scenariosPage } from "./scenarios-page.ts";
import { settingsPage } from "./settings-page.ts";
import type { PageContent, PageGroup, SitePage } from "./site-page.ts";
import { tasksPage } from "./tasks-page.ts";

/** Files in Markdown that are pages, in the order in which they are read. */
const WRITTEN = [
  { source: "docs/guide/index.md", file: "index.html", group: "Guide" },
  { source: "docs/guide/first-crash.md", file: "first-crash.html", group: "Guide" },
  { source: "docs/guide/statement.md", file: "statement.html", group: "Guide" },
  { source: "docs/guide/testing.md", file: "testing.html", group: "Guide" },
  { source: "docs/guide/own-pool.md", file: "own-pool.html", group: "Guide" },
  { source: "docs/guide/probe.md", file: "probe.html", group: "Guide" },
  { source: "docs/guide/own-prices.md", file: "own-prices.html", group: "Guide" },
  { source: "docs/guide/sweeps.md", file: "sweeps.html", group: "Guide" },
  { source: "docs/guide/mev.md", file: "mev.html", group: "Guide" },
  { source: "docs/guide/compare.md", file: "compare.html", group: "Guide" },
  { source: "docs/guide/serve.md", file: "serve.html", group: "Guide" },
  { source: "docs/calibration.md", file: "calibration.html", group: "Background" },
  { source: "docs/papers.md", file: "papers.html", group: "Background" },
  { source: "docs/lessons.md", file: "lessons.html", group: "Background" },
] as const;

/** Pages that are made from the sources. */
const MADE: readonly { readonly file: string; readonly make: (links: TextLinks) => PageContent }[] = [
  { file: "tasks.html", make: tasksPage },
  { file: "settings.html", make: settingsPage },
  { file: "scenarios.html", make: scenariosPage },
  { file: "errors.html", make: errorsPage },
  { file: "results.html", make: resultsPage },
  { file: "library.html", make: libraryPage },
];

/** Folders of which every file exports one thing with a doc comment: a row makes a page. */
const MATCHERS = [
  "keepInvariant",
  "conserveTokens",
  "loseAtMost",
  "earnAtLeast",
  "slipAtMost",
  "recoverWithin",
  "leakAtMost",
  "trackReference",
  "stayLiquid",
];
const FOLDERS: readonly (Omit<ExportsFolder, "folder"> & { readonly file: string; readonly folder: string })[] = [
  {
    file: "matchers.html",
    folder: "src/plugin/matchers",
    title: "Matchers",
    only: ["crashOf", "attacksOn", ...MATCHERS, "crashMatchers"],
    undeclared: MATCHERS,
    words:
      "Crash tests as chai assertions, from `hardhat-crash/matchers`: `use(crashMatchers)`, then `await expect(crashOf({ … })).to.loseAtMost(0.3)`. A matcher is asked about a run that is yet to be made (`crashOf`), about a result of `runCrash` or `runMev`, or, `keepInvariant` and `conserveTokens` alone, about a pool that is attacked (`attacksOn`). With `.over(50).atConfidence(0.95)` the claim is about the mean over seeds: it is settled at up to six looks with the stated error divided over them, and stops as soon as the answer is clear. What fails says by how much, in which block, and how to replay it with `crash replay`.",
  },
  {
    file: "pool-rules.html",
    folder: "src/venues/chain/lab/invariants/rules",
    title: "Rules of a sound pool",
    only: ["productRule", "shareRule", "reservesRule", "conservationRule", "accumulatorRule", "gainRule", "firstDepositRule", "quoteRule"],
    undeclared: [
      "productRule",
      "shareRule",
      "reservesRule",
      "conservationRule",
      "accumulatorRule",
      "gainRule",
      "firstDepositRule",
      "quoteRule",
    ],
    words:
      "What `expect(attacksOn(pool)).to.keepInvariant()` holds a pool to, whatever is done to it: random sequences of swaps, deposits, donations and hostile calls on a fresh chain, cut to the fewest that still break a rule. `conserveTokens` is the rules of conservation and reserves alone.",
  },
  {
    file: "probes.html",
    folder: "src/venues/chain/lab/probes",
    title: "Probes",
    only: [
      "slippageCurve",
      "depthReading",
      "sandwichReading",
      "pricePush",
      "oracleReading",
      "largestTrade",
      "roundingReading",
      "feeReading",
      "firstDepositReading",
      "skimReading",
      "hostileReading",
      "scoreCard",
    ],
    words:
      "What `crash probe` measures on a pool, and the scores that follow; each score's formula stands in the terminal and on the page beside its number.",
  },
  {
    file: "orderings.html",
    folder: "src/mempool/ordering",
    title: "Orders of a block",
    leftOut: ["byWorth", "orderingOf"],
    words:
      "How a builder orders a block: the policies that `mempool.ordering` names, and what one of your own has to say (`ordering` of `runCrash` and `runMev`).",
  },
];

/** Every page of the site, in the order of its list. */
export function sitePages(): readonly SitePage[] {
  const words = knownWords();
  const ofWord = (word: string): string | undefined => words.get(word) ?? words.get(word.split("=")[0] ?? "");
  const made: TextLinks = { ofWord, ofHref: (href) => lost(href, "a page from the sources") };
  const written = WRITTEN.map(({ source, file, group }) =>
    placed(file, group, markdownPage(readFileSync(join(root, source), "utf8"), { ofWord, ofHref: (href) => hrefFrom(source, href) })),
  );
  const reference = [
    ...MADE.map(({ file, make }) => placed(file, "Reference", make(made))),
    ...FOLDERS.map(({ file, folder, ...rest }) => placed(file, "Reference", exportsPage({ ...rest, folder: join(root, folder) }, made))),
  ];
  const of = (group: PageGroup): readonly SitePage[] => written.filter((page) => page.group === group);
  return [...of("Guide"), ...reference, ...of("Background")];
}

function placed(file: string, group: PageGroup, content: PageContent): SitePage {
  return { file, group, ...content };
}

/**
 * Where a link in a Markdown file leads to in the site.
 *
 * @returns null for a file of the repository that is no page
 * @throws Error for an address of elsewhere, and for what does not exist
 */
function hrefFrom(source: string, href: string): string | null {
  const [path = "", anchor] = href.split("#");
  const hash = anchor === undefined ? "" : `#${anchor}`;
  if (path === "") return hash;
  if (/^[a-z]+:/.test(path)) return lost(href, source);
  const target = posix.join(posix.dirname(source), path);
  const page = WRITTEN.find((each) => each.source === target);
  if (page !== undefined) return page.file + hash;
  return existsSync(join(root, target)) ? null : lost(href, source);
}

function lost(href: string, where: string): never {
  throw new Error(`${where} leads to ${href}, which is no page and no file`);
}
