import { orConfigured } from "./or-configured.ts";

/**
 * An option's value: what the command line says, else the configuration, else what is built in.
 *
 * @param said the option's value, or its default in words
 */
export function chosen(said: string, builtIn: string | number, configured: string | number | undefined): string {
  return said === orConfigured(builtIn) ? String(configured ?? builtIn) : said;
}
