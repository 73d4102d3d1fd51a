import { rpcCodes } from "../../src/serve/rpc-codes.ts";
import { factsList } from "../../src/report/page/facts-list.ts";
import { markup } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";
import { docTable } from "./doc-table.ts";
import { errorCodes } from "./error-codes.ts";
import type { RaisedError } from "./error-codes.ts";
import { inlineMarkup } from "./inline-markup.ts";
import type { TextLinks } from "./inline-markup.ts";
import { plainText } from "./plain-text.ts";
import type { PageContent } from "./site-page.ts";

/** What the kinds of errors are, in their order on the page. */
const KINDS = [
  {
    kind: "InputError",
    id: "mistakes-in-the-input",
    title: "Mistakes in the input",
    words:
      "One message, exit code 1, nothing written. In the library `InputError`, with `code` and the `facts`: file, line, column, what was found and what is allowed.",
  },
  {
    kind: "IdentityError",
    id: "broken-identities",
    title: "Broken identities",
    words:
      "The books do not balance: a defect of the program, never of the input. In the library `IdentityError`, with the identity and the block.",
  },
  {
    kind: "CrashError",
    id: "what-cannot-happen",
    title: "What should not happen",
    words:
      "Defects, and parts of the program that are used in a way that they do not know. In the library `CrashError`, the base of all errors.",
  },
] as const;

/** JSON-RPC's own codes in words, by their names in the source. */
const RPC_WORDS: Readonly<Record<keyof typeof rpcCodes, string>> = {
  parseError: "the text is no JSON",
  invalidRequest: "the JSON is no request",
  methodNotFound: "there is no such method here",
  invalidParams: "the method does not take these parameters",
  internalError: "a defect behind the method",
  invalidInput: "the node refuses what was sent, such as a nonce that is too low",
  limitExceeded: "more than is allowed at once",
};

/** Where an error's code is explained. */
export function errorHref(code: string): string {
  return `errors.html#${code}`;
}

/** Every error code of the sources: what the message says, what is allowed instead, and where it is made. */
export function errorsPage(links: TextLinks): PageContent {
  const all = errorCodes();
  return {
    title: "Error codes",
    intro: [
      markup`<p>${inlineMarkup("Codes are stable, messages are for people. `‹…›` stands for what a message puts in, `…` for what it works out. A reverted trade or a liquidated hedger is no error: it is an entry in the ledger.", links)}</p>\n`,
    ],
    sections: [
      ...KINDS.map(({ kind, id, title, words }) => ({
        id,
        title,
        content: markup`<p>${inlineMarkup(words, links)}</p>\n${codesMarkup(
          all.filter((each) => each.kind === kind),
          links,
        )}`,
      })),
      { id: "answers-of-crash-serve", title: "Answers of crash serve", content: rpcTable(links) },
    ],
    targets: [...new Set(all.map(({ code }) => code))].map((code) => ({ label: code, id: code })),
  };
}

function codesMarkup(raised: readonly RaisedError[], links: TextLinks): Markup {
  const codes = [...new Set(raised.map(({ code }) => code))].sort();
  return factsList(
    codes.map((code) => {
      const places = raised.filter((each) => each.code === code);
      return [markup`<code id="${code}">${code}</code>`, markup`${places.map((place) => placeMarkup(place, links))}`] as const;
    }),
  );
}

function placeMarkup({ messages, allowed, file }: RaisedError, links: TextLinks): Markup {
  const told = messages.map((message, at) => markup`${at === 0 ? "" : plainText(" · ")}${inlineMarkup(message, links)}`);
  const right = allowed.filter((each) => !/^(?:…|‹allowed›)$/.test(each)).join(", or ");
  return markup`<p>${told}${right === "" ? "" : markup`<br>allowed: ${right}`}<small>${file}</small></p>\n`;
}

function rpcTable(links: TextLinks): Markup {
  const words =
    "A method of the node answers with `error` and one of the codes of JSON-RPC 2.0 and EIP-1474; 3 is a call that reverted, with what it returned as `data`.";
  const rows = Object.entries(RPC_WORDS).map(([name, meaning]) => [
    markup`<code>${rpcCodes[name as keyof typeof rpcCodes]}</code>`,
    markup`${meaning}`,
  ]);
  return markup`<p>${inlineMarkup(words, links)}</p>
${docTable({ caption: "Answers of crash serve", head: [{ words: "code" }, { words: "what it says" }], rows })}`;
}
