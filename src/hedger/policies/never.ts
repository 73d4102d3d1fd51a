import type { HedgePolicy } from "./hedge-policy.ts";

/** Never hedges, not even at the opening: the book keeps its whole delta. */
export const never: HedgePolicy = { name: "never", target: () => null };
