import { addressWord, wordAt } from "../../rpc.ts";
import type { LabMoment, PoolLab } from "../pool-lab.ts";

/** A call of a view function: whom it asks, and selector with at most one word behind it. */
export interface ViewCall {
  readonly to: string;
  readonly data: string;
}

/** Hexadecimal digits of a call's data: a selector and a word. */
const DATA_DIGITS = 72;
/** Words of an answer: how many bytes came back, and the first three words of them. */
const ANSWER_WORDS = 4;

/**
 * Creation code that makes the calls which stand behind it and leaves their answers in the place of its code; it is run by `eth_call` and so never deployed. One request instead of one a call:
 * requests are most of what looking at a pool costs.
 */
const READER = [
  "6080", // answers are gathered from byte 128 of memory on
  "6038", // the first call stands behind this code, which has 56 bytes
  "5b", // loop, at 4:
  "388110601357", // is this place before the end of all? then go on at 19
  "50608090036080f3", // if not, answer with what was gathered
  "5b", // body, at 19:
  "604481600039", // copy a call of 68 bytes to the beginning of memory
  "6060826020016024602060005", // three words of its answer, behind the first; from byte 32 on, 36 bytes of data
  "15afa", // whom to ask is the first word; static, with all gas
  "3d028252", // first word: how many bytes came back, none where it was reverted
  "604401", // the next call
  "90608001", // the next answer
  "90600456", // again
].join("");

/**
 * Answers of many view functions at one moment.
 *
 * @returns for each call up to three words; null where it was reverted or answered with less than a word
 */
export async function readMany(lab: PoolLab, calls: readonly ViewCall[], at: LabMoment): Promise<readonly (readonly bigint[] | null)[]> {
  const data = calls.map((call) => addressWord(call.to) + call.data.slice(2).padEnd(DATA_DIGITS, "0")).join("");
  const answer = await lab.read(null, `0x${READER}${data}`, at);
  if (answer === null) return calls.map(() => null);
  return calls.map((_, i) => {
    const words = Number(wordAt(answer, i * ANSWER_WORDS)) / 32;
    return words < 1 ? null : [1, 2, 3].slice(0, words).map((j) => wordAt(answer, i * ANSWER_WORDS + j));
  });
}
