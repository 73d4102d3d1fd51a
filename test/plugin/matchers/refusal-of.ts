import { InputError } from "../../../src/core/errors.ts";

/** The InputError that something is refused with. */
export async function refusalOf(work: () => unknown): Promise<InputError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}
