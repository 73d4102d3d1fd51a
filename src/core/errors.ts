/** Where in a user's input something is wrong. */
export interface InputFacts {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based position in the line, or a column's name. */
  readonly column?: number | string;
  /** What was found, as written. */
  readonly value?: string;
  /** What would have been right. */
  readonly allowed?: string;
}

/** Base of all errors of this project; `code` is stable, the message is for people. */
export class CrashError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CrashError";
    this.code = code;
  }
}

/** A user's mistake: one clear message, exit code 1, no stack trace, nothing written. */
export class InputError extends CrashError {
  readonly facts: InputFacts;

  /**
   * @param code stable, in capitals, such as `PATH_NOT_A_NUMBER`
   * @param problem what is wrong, as a sentence without the full stop
   * @param facts where it is, what was found and what is allowed; they are appended to the message
   */
  constructor(code: string, problem: string, facts: InputFacts = {}) {
    super(code, describe(problem, facts));
    this.name = "InputError";
    this.facts = facts;
  }
}

/** An identity of the ledger that does not hold: a defect of the program, never of the input. */
export class IdentityError extends CrashError {
  readonly identity: 1 | 2 | 3 | 4;
  readonly block: number;

  constructor(identity: 1 | 2 | 3 | 4, block: number, detail: string) {
    super(`IDENTITY_${identity}`, `identity ${identity} is broken in block ${block}: ${detail}`);
    this.name = "IdentityError";
    this.identity = identity;
    this.block = block;
  }
}

function describe(problem: string, facts: InputFacts): string {
  const place = [
    facts.file,
    facts.line === undefined ? undefined : `line ${facts.line}`,
    facts.column === undefined ? undefined : `column ${facts.column}`,
  ].filter((part) => part !== undefined);
  const where = place.length > 0 ? `${place.join(", ")}: ` : "";
  const found = facts.value === undefined ? "" : `; found ${JSON.stringify(facts.value)}`;
  const allowed = facts.allowed === undefined ? "" : `; allowed: ${facts.allowed}`;
  return `${where}${problem}${found}${allowed}`;
}
