import type { Result } from "hardhat/types/utils";
import { successfulResult } from "hardhat/utils/result";
import { listLaws, listScenarios } from "../../scenarios/find-scenario.ts";
import { describeList } from "../describe-list.ts";
import { fail } from "../fail.ts";
import { print } from "../print.ts";
import { terminalWidth } from "../terminal-width.ts";

/** `npx hardhat crash list`: every scenario, and every setting with its default. */
export default async function list(): Promise<Result<undefined, undefined>> {
  try {
    await print(`${describeList(listScenarios(), listLaws(), terminalWidth(process.stdout))}\n`);
    return successfulResult();
  } catch (error) {
    return fail(error);
  }
}
