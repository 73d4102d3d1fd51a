import ts from "typescript";
import { sourceFiles } from "./source-files.ts";
import { writtenTexts } from "./written-texts.ts";

/** A place in the source where an error is made. */
export interface RaisedError {
  readonly code: string;
  /** `InputError`, `CrashError` or `IdentityError`. */
  readonly kind: string;
  /** What it says, `‹name›` for what is put in; several where it depends. */
  readonly messages: readonly string[];
  /** What would have been right; none where the message says it all. */
  readonly allowed: readonly string[];
  /** From the repository's root. */
  readonly file: string;
}

const KINDS: readonly string[] = ["InputError", "CrashError", "IdentityError"];

/**
 * Every error that the sources make, read from their syntax.
 *
 * @throws Error for a code that cannot be read, so that none is lost
 */
export function errorCodes(): readonly RaisedError[] {
  const files = sourceFiles("src");
  return [...files].flatMap(([file, source]) => {
    const constants = constantsOf(source, files);
    const raised: RaisedError[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isNewExpression(node) && KINDS.includes(node.expression.getText())) raised.push(...raisedBy(node, file, constants));
      ts.forEachChild(node, visit);
    };
    visit(source);
    return raised;
  });
}

type Constants = (from: ts.Node) => (name: string) => ts.Expression | undefined;

function raisedBy(node: ts.NewExpression, file: string, constants: Constants): readonly RaisedError[] {
  const kind = node.expression.getText();
  const [first, ...rest] = node.arguments ?? [];
  if (first === undefined) throw new Error(`${file}: a ${kind} without a code`);
  // One that passes another one on has been read where that was made.
  if (ts.isPropertyAccessExpression(first) && first.name.text === "code") return [];
  if (kind === "IdentityError") {
    const detail = rest[1];
    if (!ts.isNumericLiteral(first) || detail === undefined)
      throw new Error(`${file}: an identity that cannot be read: ${first.getText()}`);
    const messages = writtenTexts(detail, constants(node)).map((text) => `identity ${first.text} is broken in block ‹block›: ${text}`);
    return [{ code: `IDENTITY_${first.text}`, kind, messages, allowed: [], file }];
  }
  const calls = ts.isIdentifier(first) ? callsOf(node, first.text, [first, ...rest]) : [[first, ...rest]];
  return calls.flatMap(([code, problem, facts]) => {
    const lookUp = constants(code ?? node);
    const codes = code === undefined ? [] : writtenTexts(code, lookUp);
    const unread = codes.find((each) => !/^[A-Z][A-Z0-9_]+$/.test(each));
    if (unread !== undefined || codes.length === 0) throw new Error(`${file}: a code that cannot be read: ${node.getText()}`);
    const messages = problem === undefined ? [] : writtenTexts(problem, lookUp);
    const isBranched = codes.length > 1 && codes.length === messages.length;
    const allowed = kind === "InputError" && facts !== undefined ? allowedBy(facts, lookUp) : [];
    return codes.map((each, i) => ({ code: each, kind, messages: isBranched ? [messages[i] ?? ""] : messages, allowed, file }));
  });
}

type Arguments = readonly (ts.Expression | undefined)[];

/** Where the code is a parameter of a function around it: what that function is called with, for code, problem and facts. */
function callsOf(node: ts.Node, parameter: string, given: readonly ts.Expression[]): readonly Arguments[] {
  let maker: ts.Node = node;
  const takes = (each: ts.Node): each is ts.SignatureDeclaration =>
    ts.isFunctionLike(each) && each.parameters.some(({ name }) => name.getText() === parameter);
  while (!takes(maker)) {
    // A name that is no parameter is a constant of the place.
    if (ts.isSourceFile(maker)) return [given];
    maker = maker.parent;
  }
  const named = ts.isVariableDeclaration(maker.parent) ? maker.parent.name : maker.name;
  const places = given.map((each) => maker.parameters.findIndex(({ name }) => name.getText() === each.getText()));
  // Facts are put together from those of the caller.
  if (places[2] === -1) places[2] = 2;
  const calls: Arguments[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isCallExpression(each) && each.expression.getText() === named?.getText())
      calls.push(places.map((place) => each.arguments[place]));
    ts.forEachChild(each, visit);
  };
  visit(node.getSourceFile());
  return calls;
}

/** The property `allowed` of an error's facts. */
function allowedBy(facts: ts.Expression, lookUp: (name: string) => ts.Expression | undefined): readonly string[] {
  const object = ts.isIdentifier(facts) ? lookUp(facts.text) : facts;
  if (object === undefined || !ts.isObjectLiteralExpression(object)) return [];
  for (const property of object.properties) {
    if (ts.isPropertyAssignment(property) && property.name.getText() === "allowed") return writtenTexts(property.initializer, lookUp);
    if (ts.isShorthandPropertyAssignment(property) && property.name.text === "allowed") return writtenTexts(property.name, lookUp);
  }
  return [];
}

/** What a name stands for where it is used: a constant of the functions around, of the file, or of the file that it is imported from. */
function constantsOf(source: ts.SourceFile, files: ReadonlyMap<string, ts.SourceFile>): Constants {
  return (from) => (name) => {
    for (let place: ts.Node = from.parent; ; place = place.parent) {
      const statements = ts.isBlock(place) || ts.isSourceFile(place) ? place.statements : [];
      const found = declaredIn(statements, name);
      if (found !== undefined) return found;
      // A parameter hides what is outside.
      if (ts.isFunctionLike(place) && place.parameters.some((each) => each.name.getText() === name)) return undefined;
      if (ts.isSourceFile(place)) break;
    }
    for (const statement of source.statements) {
      if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
      const bindings = statement.importClause?.namedBindings;
      if (bindings === undefined || !ts.isNamedImports(bindings) || !bindings.elements.some((each) => each.name.text === name)) continue;
      const target = new URL(statement.moduleSpecifier.text, `file:///${source.fileName}`).pathname.slice(1);
      return declaredIn(files.get(target)?.statements ?? [], name);
    }
    return undefined;
  };
}

function declaredIn(statements: readonly ts.Statement[], name: string): ts.Expression | undefined {
  return statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find((each) => each.name.getText() === name)?.initializer;
}
