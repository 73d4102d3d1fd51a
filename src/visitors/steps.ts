/** Somebody who waits for a block. */
interface Call {
  readonly resolve: (height: string) => void;
  readonly reject: (error: Error) => void;
}

/** Calls for the next block, each for one, first come first served. */
export class Steps {
  readonly #asked: Call[] = [];
  #wake: () => void = () => {};
  #current: Call | undefined;
  #ended: Error | undefined;

  /** @returns the number of the block that was made for this call, once it can be read */
  ask(): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) return reject(this.#ended);
      this.#asked.push({ resolve, reject });
      this.#wake();
    });
  }

  /** Settles when there is a call that no block was made for yet. @throws the signal's reason */
  async next(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#asked.length === 0) {
      await new Promise<void>((resolve, reject) => {
        const onAbort = (): void => reject(signal?.reason as Error);
        signal?.addEventListener("abort", onAbort, { once: true });
        this.#wake = () => {
          signal?.removeEventListener("abort", onAbort);
          resolve();
        };
      });
    }
    this.#current = this.#asked.shift();
  }

  /** Answers the call for which the last block was made. */
  done(height: string): void {
    this.#current?.resolve(height);
    this.#current = undefined;
  }

  /** There are no more blocks. */
  end(error: Error): void {
    this.#ended = error;
    this.#current?.reject(error);
    for (const { reject } of this.#asked.splice(0)) reject(error);
  }
}
