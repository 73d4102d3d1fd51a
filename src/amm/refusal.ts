import { CrashError } from "../core/errors.ts";

/** What a contract refuses: the message is its reason word for word, the code the last word of it. */
export class Refusal extends CrashError {
  constructor(reason: string) {
    super(reason.slice(reason.lastIndexOf(" ") + 1), reason);
    this.name = "Refusal";
  }
}

/** The contract's refusal as an error to throw. */
export function refusal(reason: string): Refusal {
  return new Refusal(reason);
}
