import type { Invitation } from "../serve-crash.ts";
import type { Pace } from "../visitors/pace.ts";

const notes: Readonly<Record<string, string>> = {
  weth: "  base, 18 decimals",
  usdc: "  quote, 6 decimals",
  sidePair: "  a smaller pool of the same tokens",
  feed: "  priceE8() is the reference price",
  builder: "  whom bundles pay",
};

/** What a visitor has to know, for the terminal; its numbers are rounded down. */
export function describeInvitation(invitation: Invitation, pace: Pace, title: string): string {
  const { url, wsUrl, chainId, accounts, addresses } = invitation;
  const names = Object.keys(addresses);
  const width = Math.max(...names.map((name) => name.length));
  return [
    `${title}, open to your bot.`,
    "",
    `  HTTP       ${url}`,
    `  WebSocket  ${wsUrl}`,
    `  chain id   ${chainId}`,
    `  pace       ${paceInWords(pace)}`,
    "",
    "Accounts for visitors, and their keys, which are no secret:",
    ...accounts.flatMap(({ address, privateKey, base, quote, gas }) => [
      `  ${address}  ${whole(base, 18)} WETH, ${whole(quote, 6)} USDC, ${whole(gas, 18)} ETH`,
      `    ${privateKey}`,
    ]),
    "",
    "Contracts:",
    ...names.map((name) => `  ${name.padEnd(width)}  ${addresses[name] ?? ""}${notes[name] ?? ""}`),
    "",
    `To begin: curl -d '{"jsonrpc":"2.0","id":1,"method":"crash_referencePrice","params":[]}' ${url}`,
    "",
  ].join("\n");
}

function paceInWords(pace: Pace): string {
  if (pace.kind === "step") return "a block for every call of crash_step";
  return pace.factor === 1 ? "real time" : `${pace.factor} times as fast as real time`;
}

function whole(amount: bigint, decimals: number): string {
  return (amount / 10n ** BigInt(decimals)).toString();
}
