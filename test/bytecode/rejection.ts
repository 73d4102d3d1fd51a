import { expect } from "chai";

/** Waits for a promise that must fail, and checks that its message holds this text, such as a contract's own reason. */
export async function expectRejection(promise: Promise<unknown>, text: string): Promise<void> {
  let message: string | undefined;
  try {
    await promise;
  } catch (error) {
    message = error instanceof Error ? error.message : String(error);
  }
  expect(message, "nothing was refused").not.to.equal(undefined);
  expect(message).to.contain(text);
}
