import type { HostileCase, ProbedPool, ProbeReadings, ProbeResult } from "../../../src/core/probe-result.ts";
import { probeFindings } from "../../../src/report/probe/probe-findings.ts";

interface ProbeFixtureOptions {
  /** Stands in every place where text of unknown origin can. */
  readonly hostile?: string;
  /** Nothing could be measured, and nothing is compared. */
  readonly nothing?: boolean;
}

const SHARES = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];
const SCORES = [
  ["depth", "depth"],
  ["push", "price of moving it"],
  ["sandwich", "sandwich resistance"],
  ["oracle", "oracle"],
  ["rounding", "rounding"],
  ["fee", "fee truth"],
  ["firstDeposit", "first deposit"],
  ["skim", "skim"],
  ["hostile", "hostile tokens"],
] as const;

const read = <T>(value: T) => ({ value, why: null });

function readingsOf(text: (fallback: string) => string, isFaulty: boolean): ProbeReadings {
  const fee = isFaulty ? 0 : 0.003;
  const cost = (share: number): number => 1 - (1 - fee) / (1 + (1 - fee) * share);
  const hostileCase = (token: string, operation: string, isWhole: boolean, isClean: boolean): HostileCase => ({
    token: text(token),
    operation: text(operation),
    success: isClean,
    reason: isClean ? null : text("why it was refused"),
    isWhole,
    isClean,
  });
  return {
    slippage: read(
      (["sell", "buy"] as const).flatMap((side) =>
        SHARES.map((share) => ({ side, share, cost: isFaulty && side === "buy" && share === 0.5 ? null : cost(share) })),
      ),
    ),
    depth: read({ down: 0.010036, up: 0.009965 }),
    largestTrade: read({ tolerance: 0.01, sell: 0.007092, buy: 0.007093 }),
    push: read(
      [-0.2, -0.05, -0.01, 0.01, 0.05, 0.2].map((move) => ({ move, capital: Math.abs(move) / 4, cost: (Math.abs(move) * fee) / 2 })),
    ),
    sandwich: read({
      tolerance: 0.005,
      breakEven: isFaulty ? 0 : 0.00301355,
      largest: 0.5,
      victims: [0.01, 0.05].map((share) => ({ share, front: 0.0025, taken: 0.0035, lost: 0.005 })),
    }),
    oracle: read({
      window: 1_800,
      push: 0.2,
      inBlock: isFaulty ? 1.2 : 0,
      held: [1, 5, 30].map((blocks) => ({ blocks, error: (0.2 * 12 * blocks) / 1_800 })),
    }),
    rounding: read({
      tried: 37,
      largestLoss: isFaulty ? 2 : 0,
      payment: isFaulty ? 1 : 0,
      worth: isFaulty ? 2e-6 : 0,
      roundTrip: isFaulty ? 1 : 0,
    }),
    fee: read({
      stated: 0.003,
      charged: (["sell", "buy"] as const).map((side) => ({ side, share: 0.01, fee })),
      gap: 0.003 - fee,
      quotes: 10,
      quoteGap: isFaulty ? 1 : 0,
      broken: isFaulty
        ? [
            { side: "sell" as const, share: 0.1, quoted: "1000000", brought: "990000", reason: null },
            { side: "buy" as const, share: 0.3, quoted: "77", brought: null, reason: text("Pair_Product") },
          ]
        : [],
    }),
    firstDeposit: read({
      first: isFaulty ? 1 : 1_001,
      tried: [0.5001, 2].map((donation) => ({
        donation,
        victimLoss: isFaulty ? 0.25 / donation : 0.0005,
        attackerGain: isFaulty ? 0.2 : -donation,
      })),
      victimLoss: isFaulty ? 0.25 / 0.5001 : 0.0005,
    }),
    skim: read({ taken: isFaulty ? 1 : 0, isExact: !isFaulty, isSynced: !isFaulty }),
    hostile: read({
      cases: [hostileCase("answers nothing", "a sale", true, true), hostileCase("calls mint in the middle", "skim", !isFaulty, !isFaulty)],
      held: isFaulty ? 1 : 2,
    }),
  };
}

function nothingOf(why: string): ProbeReadings {
  const none = { value: null, why };
  return {
    slippage: none,
    depth: none,
    largestTrade: none,
    push: none,
    sandwich: none,
    oracle: none,
    rounding: none,
    fee: none,
    firstDeposit: none,
    skim: none,
    hostile: none,
  };
}

function poolOf(
  text: (fallback: string) => string,
  place: Pick<ProbedPool, "name" | "kind" | "address">,
  readings: ProbeReadings,
  score: number | null,
): ProbedPool {
  const isNone = readings.depth.value === null;
  return {
    ...place,
    terms: text("a fee of 0.3 %"),
    base: 250,
    quote: 500_000,
    value: 1_000_000,
    scores: SCORES.map(([id, title], i) => ({
      id,
      title,
      score: isNone ? null : (score ?? 90) - i,
      measured: isNone ? null : 0.01 * i,
      what: `${title[0] ?? ""}, what is measured`,
      formula: "100·d/(d + 0.01)",
      why: isNone ? text("there is nothing") : null,
    })),
    lowest: isNone ? null : { id: "hostile", score: (score ?? 90) - SCORES.length + 1 },
    findings: probeFindings(readings),
    readings,
  };
}

/** A synthetic probe: a pool with every fault beside one with none, or one pool of which nothing is known; the same for the same options. */
export function makeProbe({ hostile, nothing = false }: ProbeFixtureOptions = {}): ProbeResult {
  const text = (fallback: string): string => hostile ?? fallback;
  const address = `0x${"1".repeat(40)}`;
  if (nothing) {
    const pool = poolOf(text, { name: text(address), kind: "standing", address }, nothingOf(text("the pool reverts")), null);
    return { schemaVersion: 1, seed: 1, pools: [pool] };
  }
  const faulty = poolOf(text, { name: text("faulty"), kind: "deployed", address: null }, readingsOf(text, true), 30);
  const sound = poolOf(text, { name: `${text("sound")} 2`, kind: "deployed", address: null }, readingsOf(text, false), 90);
  return { schemaVersion: 1, seed: 1, pools: [faulty, sound] };
}
