/** Ways to set off a piece of text on a terminal. */
export interface TextStyle {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly warn: (text: string) => string;
}

/** ANSI styles (ECMA-48, select graphic rendition), or none at all. */
export function textStyle(color: boolean): TextStyle {
  const style = (on: number, off: number) => (text: string) => (color ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return { bold: style(1, 22), dim: style(2, 22), warn: style(33, 39) };
}
