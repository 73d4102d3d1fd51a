import ts from "typescript";

/** Whether a snippet is a test: it begins suites or cases of mocha's. */
export function isTest(text: string): boolean {
  return /^(?:describe|it)\(/m.test(text);
}

/**
 * A snippet as a module that runs here: the package is the sources, and a test waits until `tests` is called.
 *
 * @param door address of the sources' public door
 */
export function asModule(text: string, door: string): string {
  const source = ts.createSourceFile("snippet.ts", text, ts.ScriptTarget.Latest, true);
  const imports = source.statements.filter(ts.isImportDeclaration);
  const end = imports.at(-1)?.end ?? 0;
  const head = text.slice(0, end).replaceAll('from "hardhat-crash"', `from ${JSON.stringify(door)}`);
  return isTest(text) ? `${head}\nexport function tests(): void {${text.slice(end)}\n}\n` : head + text.slice(end);
}
