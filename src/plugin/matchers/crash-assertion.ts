import { argumentError } from "./arguments/argument-error.ts";
import { LazyPromise } from "./lazy-promise.ts";
import { SeedsAssertion } from "./seeds-assertion.ts";

/** Fewer say nothing of their spread, and more are a sweep. */
const SEEDS = { least: 3, most: 10_000 };

/** An assertion about a run, which is made when the assertion is awaited; with `over`, one about the mean over several. */
export class CrashAssertion extends LazyPromise {
  readonly #overSeeds: ((seeds: number, level: number) => Promise<void>) | null;

  readonly #instead: string;

  /**
   * @param once makes the run and throws where the claim fails
   * @param overSeeds the same over so many seeds, at a level of confidence; null where there are none
   * @param instead what has several seeds
   */
  constructor(
    once: () => Promise<void>,
    overSeeds: ((seeds: number, level: number) => Promise<void>) | null,
    instead = "crashOf(options) as the subject",
  ) {
    super(once);
    this.#overSeeds = overSeeds;
    this.#instead = instead;
  }

  /**
   * Claims that the mean of the measure over seeds is within the limit. Seeds are run one after the other from the run's own on, and no more than it takes for
   * a clear answer.
   *
   * @param seeds at most so many, from 3 to 10,000
   * @throws InputError `MATCHER_ARGUMENT` for another number, and for a run that has ended
   */
  over(seeds: number): SeedsAssertion {
    this.replace();
    const test = this.#overSeeds;
    if (test === null) throw argumentError("over", "the subject has one seed", seeds, this.#instead);
    if (!Number.isInteger(seeds) || seeds < SEEDS.least || seeds > SEEDS.most)
      throw argumentError("over", "this is no number of seeds", seeds, `a whole number from ${SEEDS.least} to ${SEEDS.most}`);
    return new SeedsAssertion((level) => test(seeds, level));
  }
}
