import { Assertion, util } from "chai";
import type { HardhatPlugin } from "hardhat/types/plugins";

let isInstalled = false;

/**
 * Gives `closeTo` back to doubles. When the first chain of a process is opened, the toolbox's matchers replace chai's `closeTo` by one that turns
 * every number into a bigint and refuses fractions, for all tests that run afterwards.
 */
export const closeToDoubles: HardhatPlugin = {
  id: "close-to-doubles",
  hookHandlers: {
    network: async () => ({
      default: async () => ({
        newConnection: async (context, next) => {
          const connection = await next(context);
          if (!isInstalled) install();
          isInstalled = true;
          return connection;
        },
      }),
    }),
  },
};

function install(): void {
  for (const name of ["closeTo", "approximately"]) Assertion.overwriteMethod(name, closeTo);
}

function closeTo(original: (...args: unknown[]) => void) {
  return function (this: Chai.AssertionStatic, ...args: unknown[]): void {
    const [expected, delta, message] = args;
    const actual: unknown = util.flag(this, "object");
    if (typeof actual !== "number" || typeof expected !== "number" || typeof delta !== "number") return original.apply(this, args);
    if (message !== undefined) util.flag(this, "message", message);
    this.assert(
      Math.abs(actual - expected) <= delta,
      `expected #{this} to be close to ${expected} +/- ${delta}`,
      `expected #{this} not to be close to ${expected} +/- ${delta}`,
      expected,
    );
  };
}
