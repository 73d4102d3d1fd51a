import type { CrashOptions } from "../../crash.ts";

/** A run that is yet to be made, by whichever matcher is asked about it. */
export class LazyCrash {
  readonly options: CrashOptions;

  constructor(options: CrashOptions) {
    this.options = options;
  }
}
