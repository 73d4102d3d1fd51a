import ts from "typescript";

/** Whether a snippet is a test: it begins suites or cases of mocha's. */
export function isTest(text: string): boolean {
  return /^(?:describe|it)\(/m.test(text);
}

/**
 * A snippet as a module that runs here: the package is the sources, and a test waits until `tests` is called.
 *
 * @param doors addresses of the sources' public doors, by the names under which the package has them
 */
export function asModule(text: string, doors: Readonly<Record<string, string>>): string {
  const source = ts.createSourceFile("snippet.ts", text, ts.ScriptTarget.Latest, true);
  const imports = source.statements.filter(ts.isImportDeclaration);
  const end = imports.at(-1)?.end ?? 0;
  const head = Object.entries(doors).reduce(
    (found, [name, address]) => found.replaceAll(`from ${JSON.stringify(name)}`, `from ${JSON.stringify(address)}`),
    text.slice(0, end),
  );
  return isTest(text) ? `${head}\nexport function tests(): void {${text.slice(end)}\n}\n` : head + text.slice(end);
}
