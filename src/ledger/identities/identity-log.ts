import type { IdentityReport } from "../../core/result.ts";

/** How often an identity was checked, and by how much it was missed at most. */
export class IdentityLog {
  readonly #about: Omit<IdentityReport, "checks" | "largestGap">;
  #checks = 0;
  #largestGap = 0;

  constructor(about: Omit<IdentityReport, "checks" | "largestGap">) {
    this.#about = about;
  }

  /** Notes one check that held. */
  note(gap: number): void {
    this.#checks += 1;
    if (gap > this.#largestGap) this.#largestGap = gap;
  }

  report(): IdentityReport {
    const { identity, name, tolerance, unit } = this.#about;
    return { identity, name, checks: this.#checks, largestGap: this.#largestGap, tolerance, unit };
  }
}
