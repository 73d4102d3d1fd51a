import { inspect } from "node:util";
import type { Context, RootHookObject } from "mocha";

/**
 * Tests run in processes of their own, and what a failed one leaves is sent as JSON, which knows no bigint: without this, one bigint in an assertion's error
 * would lose the results of a whole file.
 */
export const mochaHooks: RootHookObject = {
  afterEach(this: Context) {
    const error: unknown = this.currentTest?.err;
    if (typeof error !== "object" || error === null) return;
    for (const [key, value] of Object.entries(error)) {
      if (!isJson(value))
        Object.defineProperty(error, key, { value: inspect(value), enumerable: true, configurable: true, writable: true });
    }
  },
};

function isJson(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}
