import { AbiCoder, id } from "ethers";
import { ownArtifact } from "../../artifacts.ts";
import type { LabToken } from "../open-pool-lab.ts";
import type { LabCall, PoolLab } from "../pool-lab.ts";

/** What is done to a pool between such tokens. */
export type HostileOperation = "a sale" | "a purchase" | "a deposit" | "a withdrawal" | "skim";

/** A token of quote that misbehaves, and what it is told to do once the pool is filled. */
export interface HostileToken {
  readonly title: string;
  readonly token: LabToken;
  readonly operations: readonly HostileOperation[];
  /** Whether something lies in the pair above its reserves, so that a call that is let in finds something to take. */
  readonly hasSpare: boolean;
  /** Calls that arm it; none where it is as it is from the start. */
  readonly arm: ((lab: PoolLab) => readonly LabCall[]) | null;
}

const EVERY = ["a sale", "a purchase", "a deposit", "a withdrawal", "skim"] as const;
/** Those in which the pair pays out quote. */
const PAYING = ["a sale", "a withdrawal", "skim"] as const;

/** Kinds of `HostileToken.sol`. */
const KIND = { plain: 0, answersNothing: 1, answersFalse: 2, refuses: 3, callsBack: 4 } as const;

/** Tokens with which a pool has to end whole: those that ERC-20 allows and that have been met. */
export function hostileTokens(): readonly HostileToken[] {
  const token = (kind: keyof typeof KIND, decimals = 6): LabToken => ({
    decimals,
    artifact: ownArtifact("HostileToken"),
    args: [KIND[kind]],
  });
  const armed = (title: string, kind: keyof typeof KIND): HostileToken => ({
    title,
    token: token(kind),
    operations: EVERY,
    hasSpare: false,
    arm: (lab) => [armCall(lab, "0x")],
  });
  const callingBack = (title: string, payload: (lab: PoolLab) => string): HostileToken => ({
    title: `calls ${title} in the middle`,
    token: token("callsBack"),
    operations: PAYING,
    hasSpare: true,
    arm: (lab) => [armCall(lab, payload(lab))],
  });
  const decimals = (count: number): HostileToken => ({
    title: `has ${count} decimals`,
    token: token("plain", count),
    operations: EVERY,
    hasSpare: false,
    arm: null,
  });
  return [
    {
      title: "keeps 1 % of every transfer",
      token: { decimals: 6, artifact: ownArtifact("FeeOnTransferToken"), args: [10_000] },
      operations: EVERY,
      hasSpare: false,
      arm: null,
    },
    armed("answers nothing", "answersNothing"),
    armed("answers false and moves nothing", "answersFalse"),
    armed("refuses to leave the pair", "refuses"),
    // One unit of base, for what lies in the pair.
    callingBack("swap", (lab) => lab.rawSwapCall("mallory", { base: 1n, quote: 0n }).data),
    ...(["mint", "burn", "skim"] as const).map((name) =>
      callingBack(name, (lab) => lab.pairCall("mallory", `${name}(address)`, [lab.address("mallory")]).data),
    ),
    callingBack("sync", (lab) => lab.pairCall("mallory", "sync()", []).data),
    decimals(0),
    decimals(2),
    decimals(36),
  ];
}

function armCall(lab: PoolLab, payload: string): LabCall {
  const words = AbiCoder.defaultAbiCoder().encode(["address", "bytes"], [lab.places.pair, payload]);
  return { from: "mallory", to: lab.places.quote, data: id("arm(address,bytes)").slice(0, 10) + words.slice(2) };
}
