import { kernel } from "../kernel/kernel.ts";
import type { OpenWalker } from "./path-walker.ts";

/** Paths in doubles: one arbitrageur of unlimited stock who acts at once and pays no gas. */
export const kernelWalker: OpenWalker = (_, { settings }) => {
  const walk = kernel(settings);
  // The share is kept in parts of a million, as in the engine.
  const capital = (Math.round(settings.pool.lpShare * 1e6) / 1e6) * settings.pool.value;
  return (_path, { times, prices }, out) => {
    walk(times, prices, out);
    return capital;
  };
};
