import { z } from "zod";

/** Fields that several processes share; each has its range and its unit here once. */
export const driftPerDay = z.number().min(-10).max(10).default(0).describe("growth of the expected price (a day)");
export const volatilityPerDay = z.number().min(0).max(5).default(0.05).describe("volatility between jumps (a square root of a day)");
export const jumpsPerDay = z.number().min(0).max(10_000).default(2).describe("expected number of jumps (a day)");
export const jumpMean = z.number().min(-5).max(5).default(-0.03).describe("mean log return of a jump");
export const jumpDeviation = z.number().min(0).max(5).default(0.02).describe("standard deviation of a jump's log return");
