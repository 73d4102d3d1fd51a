import { AssertionError } from "chai";

/** What an assertion fails with; fails itself where there is no failure, and where it is of another kind. */
export async function failureOf(assertion: () => unknown): Promise<string> {
  try {
    await assertion();
  } catch (error) {
    if (error instanceof AssertionError) return error.message;
    throw error;
  }
  throw new Error("it did not fail");
}
