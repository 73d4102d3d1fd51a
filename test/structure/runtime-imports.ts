import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/**
 * The files that a TypeScript file loads by a relative path when it runs: imports and re-exports that are not type-only, and `import()`
 * with a literal.
 *
 * @returns absolute paths of files that exist
 */
export function runtimeImports(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const specifiers: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = runtimeSpecifier(node);
    if (specifier?.startsWith(".")) specifiers.push(specifier);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return specifiers.map((specifier) => path.resolve(path.dirname(file), specifier)).filter((target) => existsSync(target));
}

/** Imports on the shortest way from one file to another, such as 1 when it imports it itself; undefined where there is no way. */
export function importDepth(from: string, to: string): number | undefined {
  const seen = new Set([from]);
  let layer = [from];
  for (let depth = 0; layer.length > 0; depth += 1) {
    if (layer.includes(to)) return depth;
    layer = [...new Set(layer.flatMap((file) => (file.endsWith(".ts") ? runtimeImports(file) : [])))].filter((file) => !seen.has(file));
    for (const file of layer) seen.add(file);
  }
  return undefined;
}

function runtimeSpecifier(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node)) {
    return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? undefined : literal(node.moduleSpecifier);
  }
  if (ts.isExportDeclaration(node)) return node.isTypeOnly ? undefined : literal(node.moduleSpecifier);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return literal(node.arguments[0]);
  return undefined;
}

function literal(node: ts.Expression | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}
