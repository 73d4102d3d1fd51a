import { argumentError } from "./arguments/argument-error.ts";
import { LazyPromise } from "./lazy-promise.ts";

const USUAL = 0.95;

/** An assertion about the mean over seeds, at 95 % confidence unless another is asked for. */
export class SeedsAssertion extends LazyPromise {
  readonly #test: (level: number) => Promise<void>;

  /** @param test runs the seeds and throws where the claim is not shown at this confidence */
  constructor(test: (level: number) => Promise<void>) {
    super(() => test(USUAL));
    this.#test = test;
  }

  /**
   * @param level chance that the answer is right, above 0.5 and at most 0.9999
   * @throws InputError `MATCHER_ARGUMENT` for any other
   */
  atConfidence(level: number): Promise<void> {
    this.replace();
    if (typeof level !== "number" || !(level > 0.5 && level <= 0.9999))
      throw argumentError("atConfidence", "this is no confidence", level, "a share above 0.5, at most 0.9999, such as 0.95");
    return new LazyPromise(() => this.#test(level));
  }
}
