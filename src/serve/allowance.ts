/** A number of things that may be held at once, part of a larger such number where one is given. */
export class Allowance {
  readonly limit: number;
  readonly #whole: Allowance | undefined;
  #taken = 0;

  constructor(limit: number, whole?: Allowance) {
    this.limit = limit;
    this.#whole = whole;
  }

  get taken(): number {
    return this.#taken;
  }

  /** Takes all of them or none. @returns whether there was room */
  take(count: number): boolean {
    if (this.#taken + count > this.limit) return false;
    if (this.#whole?.take(count) === false) return false;
    this.#taken += count;
    return true;
  }

  /** Gives back what was taken. */
  give(count: number): void {
    this.#taken -= count;
    this.#whole?.give(count);
  }
}
