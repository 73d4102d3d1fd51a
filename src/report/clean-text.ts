/* eslint-disable no-control-regex -- control characters are what this file is about */

/** Terminal commands: CSI (`ESC [ … letter`), OSC (`ESC ] … BEL`) and two-character escapes, ECMA-48 section 5. */
const escapes = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[@-Z\\^_]?/g;
/** C0 and C1 controls, line and paragraph separators. */
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Marks that change the direction of the text around them.  */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text of unknown origin made harmless for one line on a terminal or a page: no control characters, no direction marks, no runs of blanks. */
export function cleanText(text: string): string {
  return text.replace(escapes, "").replace(controls, " ").replace(invisible, "").replace(/ {2,}/g, " ").trim();
}
