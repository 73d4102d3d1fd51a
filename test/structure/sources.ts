import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { describe, it } from "mocha";
import ts from "typescript";

const root = fileURLToPath(new URL("../..", import.meta.url));
const typescript = globSync("{src,test,scripts,bench}/**/*.ts", { cwd: root });
const solidity = globSync("{contracts,examples}/**/*.sol", { cwd: root });
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

/** Small letters, digits and hyphens, for every folder and for the name itself. */
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const publicDoor = path.join("src", "index.ts");
const longest = 300;

describe("sources", () => {
  it("are found", () => {
    expect(typescript.filter((file) => file.startsWith("src"))).to.not.be.empty;
    expect(solidity).to.not.be.empty;
  });

  it("have names in kebab-case", () => {
    const parts = (file: string): readonly string[] => file.slice(0, -".ts".length).split(path.sep);
    expect(typescript.filter((file) => !parts(file).every((part) => kebabCase.test(part)))).to.deep.equal([]);
  });

  it(`are no longer than ${longest} lines`, () => {
    const lines = (file: string): number => read(file).trimEnd().split("\n").length;
    expect([...typescript, ...solidity].filter((file) => lines(file) > longest)).to.deep.equal([]);
  });

  it("import from the file that defines: nothing but the public door exports what another file defines", () => {
    const sources = typescript.filter((file) => file.startsWith("src") && file !== publicDoor);
    expect(sources.filter((file) => passesOn(file))).to.deep.equal([]);
  });
});

/** Whether a file exports names that it only imported: `export … from`, or an import that a later `export { … }` names. */
function passesOn(file: string): boolean {
  const { statements } = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest);
  const imported = new Set(statements.filter(ts.isImportDeclaration).flatMap((statement) => importedNames(statement)));
  return statements.filter(ts.isExportDeclaration).some(({ moduleSpecifier, exportClause }) => {
    if (moduleSpecifier !== undefined) return true;
    if (exportClause === undefined || !ts.isNamedExports(exportClause)) return false;
    return exportClause.elements.some(({ name, propertyName }) => imported.has((propertyName ?? name).text));
  });
}

function importedNames({ importClause }: ts.ImportDeclaration): readonly string[] {
  const bindings = importClause?.namedBindings;
  const named = bindings === undefined ? [] : ts.isNamespaceImport(bindings) ? [bindings] : bindings.elements;
  return [importClause?.name, ...named.map(({ name }) => name)].flatMap((name) => (name === undefined ? [] : [name.text]));
}
