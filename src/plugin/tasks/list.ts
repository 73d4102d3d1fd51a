import { listScenarios } from "../../scenarios/find-scenario.ts";
import { describeSettings } from "../../scenarios/settings.ts";
import { print } from "../print.ts";

const day = (time: number): string => new Date(time * 1000).toISOString().slice(0, 16).replace("T", " ");

/** `npx hardhat crash list`: every scenario, and every setting with its default. */
export default async function list(): Promise<void> {
  const scenarios = listScenarios().map(
    ({ name, title, what, from, to, resolution }) => `  ${name}\n    ${title}: ${day(from)} to ${day(to)} UTC, ${resolution}\n    ${what}\n`,
  );
  const settings = describeSettings().map(
    ({ key, description, allowed, default: value }) => `  ${key}=${String(value)}\n    ${description}; allowed: ${allowed}\n`,
  );
  await print(
    `Scenarios, for \`npx hardhat crash NAME\`:\n\n${scenarios.join("\n")}\n` +
      `Settings, for \`--set key=value,key=value\`, with their defaults (a scenario may set others):\n\n${settings.join("")}`,
  );
}
