import { createHash } from "node:crypto";
import { markup, trusted } from "./markup.ts";
import type { Markup } from "./markup.ts";

/**
 * The beginning of a page that opens from disk, up to its body. The content security policy allows the styles in it, and the scripts that the body ends with,
 * by their hashes and nothing else, so that the page can neither make a request nor run what came in with a text.
 */
export function pageHead(title: string, styles: readonly string[], scripts: readonly string[] = []): Markup {
  const policy = [
    "default-src 'none'",
    `style-src ${styles.map(hashOf).join(" ")}`,
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.map(hashOf).join(" ")}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${styles.map((style) => trusted(`<style>${style}</style>\n`))}</head>`;
}

/** Source expression of the content security policy for an inline script or style (CSP level 3, section 2.3.1). */
function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}
