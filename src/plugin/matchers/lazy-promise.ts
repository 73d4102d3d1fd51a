/**
 * A promise whose work begins when somebody waits for it, or at the next turn of the event loop if nobody has: so that more can be said of the work before it
 * begins, and so that a failure that nobody waits for is still heard of.
 */
export class LazyPromise implements Promise<void> {
  readonly [Symbol.toStringTag] = "LazyPromise";
  readonly #work: () => Promise<void>;
  #begun: Promise<void> | null = null;
  #isReplaced = false;

  constructor(work: () => Promise<void>) {
    this.#work = work;
    setImmediate(() => {
      if (!this.#isReplaced) void this.#begin();
    });
  }

  /** Something else does the work. */
  protected replace(): void {
    this.#isReplaced = true;
  }

  #begin(): Promise<void> {
    this.#begun ??= this.#work();
    return this.#begun;
  }

  then<A = void, B = never>(
    onDone?: ((value: void) => A | PromiseLike<A>) | null,
    onFailed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#begin().then(onDone, onFailed);
  }

  catch<B = never>(onFailed?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<void | B> {
    return this.#begin().catch(onFailed);
  }

  finally(onEnd?: (() => void) | null): Promise<void> {
    return this.#begin().finally(onEnd);
  }
}
