/** Milliseconds on the clock, and of processor time over all threads of this process. */
export interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

/** Adds up what passes between starts and stops. */
export class Stopwatch {
  #wall = 0;
  #cpu = 0;
  #from: Spent = { wall: 0, cpu: 0 };

  start(): void {
    this.#from = now();
  }

  stop(): void {
    const { wall, cpu } = now();
    this.#wall += wall - this.#from.wall;
    this.#cpu += cpu - this.#from.cpu;
  }

  get spent(): Spent {
    return { wall: this.#wall, cpu: this.#cpu };
  }
}

/** Since the process began. */
export function now(): Spent {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), cpu: (user + system) / 1000 };
}
