/** A request that waits for its turn. */
interface Waiting {
  readonly start: () => Promise<void>;
  readonly refuse: (error: Error) => void;
}

/**
 * Lets requests to the chain through one at a time, and none while a block is built: whoever asked then would see states that never were. What
 * comes while it is closed waits.
 */
export class Gate {
  #isOpen = false;
  #ended: Error | undefined;
  readonly #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  /** @returns what the job returns, once it was its turn @throws what ended the gate */
  run<T>(job: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== undefined) return reject(this.#ended);
      this.#waiting.push({ start: () => job().then(resolve, reject), refuse: reject });
      this.#next();
    });
  }

  open(): void {
    this.#isOpen = true;
    this.#next();
  }

  /** Settles when the job at hand is done; those behind it wait until the gate is open again. */
  async close(): Promise<void> {
    this.#isOpen = false;
    await this.#running;
  }

  /** Refuses all that waits, and all that comes. */
  async end(error: Error): Promise<void> {
    this.#ended = error;
    for (const { refuse } of this.#waiting.splice(0)) refuse(error);
    await this.close();
  }

  #next(): void {
    if (!this.#isOpen || this.#running !== undefined) return;
    const job = this.#waiting.shift();
    if (job === undefined) return;
    this.#running = job.start().then(() => {
      this.#running = undefined;
      this.#next();
    });
  }
}
