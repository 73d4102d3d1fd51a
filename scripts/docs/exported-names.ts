import { readFileSync } from "node:fs";
import ts from "typescript";

/** A field of a type, or a method of a class. */
export interface ExportedMember {
  readonly name: string;
  /** As written; of a method its parameters and what it returns. */
  readonly type: string;
  readonly doc: string;
}

/** What a file exports, with its doc comment. */
export interface ExportedName {
  readonly name: string;
  /** As declared, without the body of a function and the fields of a type. */
  readonly signature: string;
  /** Text of the doc comment, in Markdown; empty where there is none. */
  readonly doc: string;
  /** `@param name …`, `@throws …` and the like, as words. */
  readonly tags: readonly string[];
  readonly members: readonly ExportedMember[];
}

/**
 * Every name that a TypeScript file declares and exports, in its order; what it passes on from other files is not among them.
 *
 * @param file absolute path
 */
export function exportedNames(file: string): readonly ExportedName[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((statement) => ts.canHaveModifiers(statement) && isExported(statement))
    .flatMap((statement) => namesOf(statement, source));
}

function isExported(statement: ts.HasModifiers): boolean {
  return (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function namesOf(statement: ts.Statement, source: ts.SourceFile): readonly ExportedName[] {
  const text = (node: ts.Node): string => node.getText(source).replace(/\s+/g, " ");
  const documented = { doc: docOf(statement), tags: tagsOf(statement) };
  if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) {
    const whole = statement.getText(source);
    const head = whole.slice(0, (statement.body?.getStart(source) ?? statement.end) - statement.getStart(source));
    return [{ name: statement.name.text, signature: tidy(head), ...documented, members: [] }];
  }
  if (ts.isInterfaceDeclaration(statement)) {
    const heritage = (statement.heritageClauses ?? []).map((clause) => ` ${text(clause)}`).join("");
    const signature = `interface ${statement.name.text}${heritage}`;
    return [{ name: statement.name.text, signature, ...documented, members: statement.members.flatMap((each) => member(each, text)) }];
  }
  if (ts.isTypeAliasDeclaration(statement))
    return [{ name: statement.name.text, signature: tidy(text(statement)), ...documented, members: [] }];
  if (ts.isClassDeclaration(statement) && statement.name !== undefined) {
    const heritage = (statement.heritageClauses ?? []).map((clause) => ` ${text(clause)}`).join("");
    const members = statement.members.flatMap((each) => member(each, text));
    return [{ name: statement.name.text, signature: `class ${statement.name.text}${heritage}`, ...documented, members }];
  }
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((each) => ({
      name: text(each.name),
      signature: `const ${text(each.name)}${each.type === undefined ? "" : `: ${text(each.type)}`}`,
      ...documented,
      members: [],
    }));
  return [];
}

/** A declaration without what says no more than that it is one. */
function tidy(declaration: string): string {
  return declaration
    .replace(/\s+/g, " ")
    .replace(/^export (default )?(async )?/, "")
    .replace(/;$/, "")
    .replace(/,? \)/g, ")")
    .replace(/\( /g, "(")
    .trim();
}

function member(node: ts.TypeElement | ts.ClassElement, text: (node: ts.Node) => string): readonly ExportedMember[] {
  const doc = [docOf(node), ...tagsOf(node)].filter((each) => each !== "").join(" ");
  if (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) {
    const name = text(node.name) + (node.questionToken === undefined ? "" : "?");
    const inner = node.type === undefined ? null : literalOf(node.type);
    if (inner === null) return [{ name, type: node.type === undefined ? "" : text(node.type), doc }];
    const { literal, suffix } = inner;
    const within = literal.members.flatMap((each) => member(each, text));
    return [{ name, type: `object${suffix}`, doc }, ...within.map((each) => ({ ...each, name: `${name}${suffix}.${each.name}` }))];
  }
  if (ts.isMethodSignature(node))
    return [
      {
        name: text(node.name),
        type: `(${node.parameters.map(text).join(", ")}) => ${node.type === undefined ? "void" : text(node.type)}`,
        doc,
      },
    ];
  if (ts.isConstructorDeclaration(node)) return [{ name: "constructor", type: `(${node.parameters.map(text).join(", ")})`, doc }];
  return [];
}

/** The object type that a type is written as, or an array of; null for any other. */
function literalOf(type: ts.TypeNode): { readonly literal: ts.TypeLiteralNode; readonly suffix: "" | "[]" } | null {
  if (ts.isTypeLiteralNode(type)) return { literal: type, suffix: "" };
  if (ts.isTypeOperatorNode(type) || ts.isParenthesizedTypeNode(type)) return literalOf(type.type);
  const element = ts.isArrayTypeNode(type) ? literalOf(type.elementType) : null;
  return element === null ? null : { ...element, suffix: "[]" };
}

function docOf(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return comments.map(({ comment }) => wordsOf(comment)).join("\n\n");
}

function tagsOf(node: ts.Node): readonly string[] {
  return ts.getJSDocTags(node).map((tag) => {
    const name = ts.isJSDocParameterTag(tag) ? `\`${tag.name.getText()}\` ` : "";
    const words = wordsOf(tag.comment);
    if (tag.tagName.text === "throws")
      return `Throws ${ts.isJSDocThrowsTag(tag) && tag.typeExpression !== undefined ? tag.typeExpression.getText() : ""}${words}`;
    return tag.tagName.text === "param" ? `${name}${words}` : `${tag.tagName.text}: ${words}`;
  });
}

function wordsOf(comment: ts.JSDoc["comment"]): string {
  return (ts.getTextOfJSDocComment(comment) ?? "").trim();
}
