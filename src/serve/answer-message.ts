import { encodeAnswer } from "./encode-answer.ts";
import type { BadRequest, RequestId, RpcMessage, RpcRequest } from "./parse-message.ts";
import { rpcCodes } from "./rpc-codes.ts";
import { RpcError } from "./rpc-error.ts";
import { toRpcError } from "./to-rpc-error.ts";

/**
 * Answers a message: its requests one after the other, in their order.
 *
 * @param answer gives a request's result, or rejects
 * @param replyLength characters of the whole answer; a result that does not fit becomes an error -32005, and what stands behind it in the batch
 * is not called any more
 * @returns JSON, or undefined where nobody waits for an answer
 */
export async function answerMessage(
  { batch, requests }: RpcMessage,
  answer: (request: RpcRequest) => Promise<unknown>,
  replyLength: number,
): Promise<string | undefined> {
  const answers: string[] = [];
  let room = replyLength;
  for (const request of requests) {
    const { id } = request;
    const text = room > 0 ? await answerOne(request, answer) : refusal(id ?? null, "the batch's answers are full; this was not called");
    if (id === undefined) continue;
    const fits = text.length <= room || room <= 0;
    answers.push(fits ? text : refusal(id, `the answer has ${text.length} characters, ${room} are left of ${replyLength}; ask for less`));
    room = fits ? room - text.length : 0;
  }
  if (answers.length === 0) return undefined;
  return batch ? `[${answers.join(",")}]` : answers[0];

  function refusal(id: RequestId, problem: string): string {
    return encodeAnswer.error(id, new RpcError(rpcCodes.limitExceeded, `limit exceeded: ${problem}`, { limit: replyLength }));
  }
}

async function answerOne(request: RpcRequest | BadRequest, answer: (request: RpcRequest) => Promise<unknown>): Promise<string> {
  const id = request.id ?? null;
  if ("error" in request) return encodeAnswer.error(id, request.error);
  const text = answer(request).then(
    (result) => encodeAnswer.result(id, result),
    (error: unknown) => encodeAnswer.error(id, toRpcError(error)),
  );
  // What cannot be written as JSON is a defect behind the method.
  return text.catch((error: unknown) => encodeAnswer.error(id, toRpcError(error)));
}
