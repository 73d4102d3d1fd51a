/** The id of a heading as GitHub makes it: small letters, blanks as hyphens, nothing but letters, digits, hyphens and underscores. */
export function headingId(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}
