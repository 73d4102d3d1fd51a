import { join } from "node:path";
import ts from "typescript";

/**
 * What the compiler says against texts of TypeScript that stand in no file, under the settings of the repository and with its sources as the package.
 *
 * @param root the repository
 * @param texts by name
 * @returns complaints, each with the name and the line
 */
export function typeCheck(root: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile.bind(ts.sys));
  const { options } = ts.parseJsonConfigFileContent(config.config, { ...ts.sys, readDirectory: () => [] }, root);
  const paths = {
    "hardhat-crash": [join(root, "src/index.ts")],
    "hardhat-crash/matchers": [join(root, "src/plugin/matchers/matchers.ts")],
  };
  // What a snippet declares may be for who copies it to use.
  const own = { ...options, noEmit: true, noUnusedLocals: false, paths };
  const host = ts.createCompilerHost(own);
  const files = new Map([...texts].map(([name, text]) => [join(root, `${name.replace(/[^a-z0-9]+/gi, "-")}.ts`), { name, text }]));
  const onDisk = ts.createCompilerHost(own);
  host.fileExists = (file) => files.has(file) || onDisk.fileExists(file);
  host.readFile = (file) => files.get(file)?.text ?? onDisk.readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const found = files.get(file);
    if (found === undefined) return onDisk.getSourceFile(file, ...rest);
    // As in a file of the repository, which is a package of modules.
    const format = { languageVersion: ts.ScriptTarget.ES2023, impliedNodeFormat: ts.ModuleKind.ESNext } as const;
    return ts.createSourceFile(file, found.text, format, true);
  };
  const program = ts.createProgram([...files.keys()], own, host);
  return [...files].flatMap(([file, { name }]) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText, start = 0 }) => {
      const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      return `${name}, line ${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
  });
}
