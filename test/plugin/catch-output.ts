export interface Caught<T> {
  readonly value: T;
  readonly stdout: string;
  readonly stderr: string;
}

/** Does something, and catches what this process writes meanwhile. */
export async function catchOutput<T>(action: () => T | Promise<T>): Promise<Caught<T>> {
  const texts = { stdout: "", stderr: "" };
  const names = ["stdout", "stderr"] as const;
  const before = names.map((name) => Reflect.get(process[name], "write"));
  for (const name of names) {
    process[name].write = (text: string | Uint8Array, done?: unknown) => {
      texts[name] += text.toString();
      if (typeof done === "function") done();
      return true;
    };
  }
  try {
    return { value: await action(), ...texts };
  } finally {
    for (const [index, write] of before.entries()) process[names[index] ?? "stdout"].write = write;
  }
}
