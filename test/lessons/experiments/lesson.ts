/** One question of the page and what the runs answer. */
export interface Lesson {
  readonly title: string;
  /** The answer in plain sentences, with intervals. */
  readonly answer: readonly string[];
  /** What was run. */
  readonly how: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
