/**
 * Where chunks are walked: threads of this machine today. All that a sweep knows of it is this, so that a queue of many machines can take its place.
 */
export interface ChunkPool {
  /** How many chunks are under way at once. */
  readonly width: number;
  /**
   * Walks a chunk; the same number gives the same bytes, wherever and however often.
   *
   * @returns the bytes of its part
   * @throws WorkerDied where whoever walked it ended before it was done; anything else is an error of the walk itself
   */
  readonly walk: (chunk: number) => Promise<Uint8Array>;
  /** Ends all work, under way or not. */
  readonly close: () => Promise<void>;
}

/** A worker ended in the middle of a chunk; another one may do it. */
export class WorkerDied extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "WorkerDied";
  }
}
