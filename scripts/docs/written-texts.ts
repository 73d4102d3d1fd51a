import ts from "typescript";

/**
 * What an expression can say, as far as it stands in the source: one text for each branch, with `‹name›` where a value is put in and `…` where that has no name.
 *
 * @param lookUp what a name stands for, where that can be found
 */
export function writtenTexts(node: ts.Expression, lookUp: (name: string) => ts.Expression | undefined): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return writtenTexts(node.expression, lookUp);
  if (ts.isConditionalExpression(node)) return [...writtenTexts(node.whenTrue, lookUp), ...writtenTexts(node.whenFalse, lookUp)];
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce<readonly string[]>(
      (texts, { expression, literal }) =>
        texts.flatMap((text) => writtenTexts(expression, lookUp).map((value) => `${text}${value}${literal.text}`)),
      [node.head.text],
    );
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return writtenTexts(node.left, lookUp).flatMap((left) => writtenTexts(node.right, lookUp).map((right) => left + right));
  if (ts.isNumericLiteral(node)) return [node.text.replaceAll("_", "")];
  if (ts.isIdentifier(node)) {
    const found = lookUp(node.text);
    return found !== undefined && isWritten(found) ? writtenTexts(found, lookUp) : [`‹${wordsOf(node.text)}›`];
  }
  if (ts.isPropertyAccessExpression(node)) return [`‹${wordsOf(node.name.text)}›`];
  return ["…"];
}

/** Whether a name can stand for what it is declared as: text and numbers, no calls. */
function isWritten(node: ts.Expression): boolean {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isNumericLiteral(node) ||
    ts.isTemplateExpression(node) ||
    (ts.isConditionalExpression(node) && isWritten(node.whenTrue) && isWritten(node.whenFalse))
  );
}

/** A name in camel case or in capitals as words. */
function wordsOf(name: string): string {
  return /^[A-Z0-9_]+$/.test(name) ? name.toLowerCase().replaceAll("_", " ") : name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
