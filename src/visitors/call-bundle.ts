import { keccak256 } from "ethers";
import { COINBASE } from "../core/account-names.ts";
import { effectivePrice } from "../core/effective-price.ts";
import type { BlockEnv, Outcome, Tx, Venue } from "../core/words.ts";
import type { Hex } from "../serve/node-backend.ts";
import type { SignedWire } from "../venues/chain/signed-wire.ts";
import { pendingJson } from "./pending-json.ts";

/** What a bundle of these hashes is known by (Flashbots: the hash of its transactions' hashes). */
export function bundleHash(hashes: readonly string[]): Hex {
  return keccak256(`0x${hashes.map((hash) => hash.slice(2)).join("")}`) as Hex;
}

/**
 * Tries transactions at the top of a block, and answers as Flashbots' `eth_callBundle` does (docs.flashbots.net, "JSON-RPC Endpoints"); amounts are
 * decimal text in wei.
 *
 * @param height of the state that it starts from
 */
export async function callBundle(venue: Venue, wire: SignedWire, env: BlockEnv, txs: readonly Tx[], height: number): Promise<unknown> {
  const trial = await venue.trial(env);
  const outcomes = await (async () => trial.dry(txs))().finally(() => trial.close());
  const paid = outcomes.map((outcome) => payments(outcome, env.baseFee));
  const sum = (of: "gasFees" | "sent"): bigint => paid.reduce((total, each) => total + each[of], 0n);
  const gasUsed = outcomes.reduce((total, each) => total + each.gasUsed, 0n);
  const whole = totals(sum("gasFees"), sum("sent"), gasUsed);
  return {
    bundleGasPrice: whole.gasPrice,
    bundleHash: bundleHash(txs.map((tx) => wire.sign(tx).hash)),
    coinbaseDiff: whole.coinbaseDiff,
    ethSentToCoinbase: whole.ethSentToCoinbase,
    gasFees: whole.gasFees,
    results: outcomes.map((outcome, i) => {
      const { raw, hash } = wire.sign(outcome.tx);
      const { from, to } = pendingJson(raw);
      const { gasFees = 0n, sent = 0n } = paid[i] ?? {};
      return {
        txHash: hash,
        fromAddress: from,
        toAddress: to,
        gasUsed: Number(outcome.gasUsed),
        ...totals(gasFees, sent, outcome.gasUsed),
        ...(outcome.success ? { value: "0x" } : { error: "execution reverted", revert: outcome.reason ?? "" }),
      };
    }),
    stateBlockNumber: height,
    totalGasUsed: Number(gasUsed),
  };
}

/** What a transaction brought the builder, wei. */
function payments({ tx, gasUsed, effects }: Outcome, baseFee: bigint): { readonly gasFees: bigint; readonly sent: bigint } {
  const sent = effects.reduce((sum, effect) => (effect.type === "ether" && effect.to === COINBASE ? sum + effect.amount : sum), 0n);
  return { gasFees: gasUsed * (effectivePrice(tx, baseFee) - baseFee), sent };
}

function totals(
  gasFees: bigint,
  sent: bigint,
  gasUsed: bigint,
): Readonly<Record<"gasPrice" | "coinbaseDiff" | "ethSentToCoinbase" | "gasFees", string>> {
  const coinbaseDiff = gasFees + sent;
  return {
    gasPrice: (gasUsed === 0n ? 0n : coinbaseDiff / gasUsed).toString(),
    coinbaseDiff: coinbaseDiff.toString(),
    ethSentToCoinbase: sent.toString(),
    gasFees: gasFees.toString(),
  };
}
