import { network } from "hardhat";
import { SigningKey, Transaction, type TransactionLike } from "ethers";
import type { MevRun } from "../../src/mev.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";
import { type Invitation, serveCrash, type ServeOptions } from "../../src/serve-crash.ts";
import { livelyWindow } from "../engine/lively-window.ts";

const GWEI = 10n ** 9n;

/** A visitor that speaks to a served run block by block. */
export interface Visit extends Invitation {
  /** @throws Error with code and message of what the node refused */
  ask(method: string, params?: readonly unknown[]): Promise<unknown>;
  /** Lets the next block be built. @returns its height */
  step(): Promise<number>;
  /** Signs as visitor number `who`, from 0; fees are such that the transaction is included. */
  readonly sign: (who: number, fields: TransactionLike) => string;
}

export class Refused extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Serves a short run that waits for `crash_step`, lets a visitor act, and steps on to the run's end. */
export async function visit(
  act: (visit: Visit) => Promise<void>,
  { scenario = livelyWindow("may-19-2021"), ...options }: Partial<ServeOptions> & { readonly scenario?: Scenario } = {},
): Promise<MevRun> {
  const controller = new AbortController();
  let acting: Promise<void> = Promise.resolve();
  const run = serveCrash({
    port: 0,
    pace: { kind: "step" },
    network,
    scenario,
    signal: controller.signal,
    ...options,
    onOpen(invitation) {
      const guest = visitor(invitation);
      acting = act(guest).then(async () => {
        for (;;) await guest.step();
      });
      acting.catch((error: unknown) => {
        if (!(error instanceof Refused && error.message.includes("the run is over"))) controller.abort(error);
      });
    },
  });
  return run.finally(() => acting.catch(() => undefined));
}

function visitor(invitation: Invitation): Visit {
  const ask = async (method: string, params: readonly unknown[] = []): Promise<unknown> => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
    const response = await fetch(invitation.url, { method: "POST", body });
    const answer = JSON.parse(await response.text());
    if (answer.error !== undefined) throw new Refused(answer.error.code, answer.error.message);
    return answer.result;
  };
  return {
    ...invitation,
    ask,
    step: async () => Number(await ask("crash_step")),
    sign(who, fields) {
      const transaction = Transaction.from({
        type: 2,
        chainId: invitation.chainId,
        gasLimit: 400_000n,
        maxFeePerGas: 3_000n * GWEI,
        maxPriorityFeePerGas: 2_000n * GWEI,
        ...fields,
      });
      transaction.signature = new SigningKey(invitation.accounts[who]?.privateKey ?? "").sign(transaction.unsignedHash);
      return transaction.serialized;
    },
  };
}
