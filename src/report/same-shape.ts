type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;

/** True where a schema infers what a type of results says, readonly or not. */
export type SameShape<Inferred, Result> = [Inferred] extends [Mutable<Result>]
  ? [Mutable<Result>] extends [Inferred]
    ? true
    : false
  : false;
