/** @throws Error for a text without the pattern, with both */
export function expectText(text: string, name: string, pattern: RegExp): void {
  if (!pattern.test(text)) throw new Error(`${name}: expected ${String(pattern)} in\n${text}`);
}
