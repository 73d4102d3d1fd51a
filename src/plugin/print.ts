/** Writes to standard output, waits until it is taken, and says nothing when the reader has gone, as `head` does. */
export async function print(text: string): Promise<void> {
  const { stdout } = process;
  const error = await new Promise<Error | null | undefined>((done) => {
    stdout.once("error", done);
    stdout.write(text, done);
  });
  if (error && (error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
}
