import { encodeAnswer } from "./encode-answer.ts";
import type { RpcMessage } from "./parse-message.ts";
import type { RpcError } from "./rpc-error.ts";

/** The same error to every request of a message. */
export function refuseMessage({ batch, requests }: RpcMessage, error: RpcError): string | undefined {
  const answers = requests.flatMap(({ id }) => (id === undefined ? [] : [encodeAnswer.error(id, error)]));
  if (answers.length === 0) return undefined;
  return batch ? `[${answers.join(",")}]` : answers[0];
}
