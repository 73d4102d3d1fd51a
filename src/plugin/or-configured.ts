/**
 * An option's default as help shows it, for options that the configuration may set: words that nobody types, so that what is typed is never taken for none.
 *
 * @param builtIn what holds where the configuration says nothing
 */
export function orConfigured(builtIn: string | number): string {
  return `${builtIn}, or the configuration's`;
}
