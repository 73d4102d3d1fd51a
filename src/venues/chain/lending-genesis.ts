import { LENDER, ORACLE } from "../../core/account-names.ts";
import type { AccountId, LendingGenesis } from "../../core/words.ts";
import { ownArtifact } from "./artifacts.ts";
import type { GenesisBuilder } from "./genesis-builder.ts";
import { DEPLOYER, type Layout } from "./layout.ts";
import { addressWord, word } from "./rpc.ts";
import { SELECTOR } from "./selectors.ts";

const UNLIMITED = (1n << 256n) - 1n;

/** What the market is built on; the pool has its reserves already. */
type Ground = Pick<Layout, "weth" | "usdc" | "pair" | "addressOf">;

/** Deploys the oracle and the lending market and opens every position; the lender's money is lent when it is done. */
export async function buildLendingMarket(
  builder: GenesisBuilder,
  { terms, oracle: oracleName, oracleSeconds, firstPrice, positions }: LendingGenesis,
  ground: Ground,
): Promise<NonNullable<Layout["lending"]>> {
  const { weth, usdc, pair, addressOf } = ground;
  const addressIn = (account: AccountId): string => addressOf.get(account) ?? "";
  const baseIsToken0 = word(BigInt(weth) < BigInt(usdc) ? 1 : 0);
  const oracle = await {
    reference: () => builder.deploy(ownArtifact("FeedOracle").bytecode, addressWord(addressIn(ORACLE)) + word(firstPrice)),
    "pool-spot": () => builder.deploy(ownArtifact("SpotOracle").bytecode, addressWord(pair) + baseIsToken0),
    "pool-average": () => builder.deploy(ownArtifact("AverageOracle").bytecode, addressWord(pair) + baseIsToken0 + word(oracleSeconds)),
  }[oracleName]();
  const words = [terms.liquidationRatioPpm, terms.penaltyPpm, terms.minIncreasePpm, terms.bidSeconds, terms.auctionSeconds]
    .map(word)
    .join("");
  const market = await builder.deploy(
    ownArtifact("LendingMarket").bytecode,
    [weth, usdc, oracle, addressIn(LENDER)].map(addressWord).join("") + words,
  );
  await builder.seal();

  const approve = SELECTOR.approve + addressWord(market) + word(UNLIMITED);
  const liquidators = [...addressOf].filter(([account]) => account.startsWith("liquidator-"));
  await builder.call({ from: DEPLOYER, to: weth, data: approve });
  await builder.call({ from: DEPLOYER, to: usdc, data: SELECTOR.transfer + addressWord(market) + word(1n) });
  for (const from of [addressIn(LENDER), ...liquidators.map(([, address]) => address)])
    await builder.call({ from, to: usdc, data: approve });
  for (const { borrower, collateral, debt } of positions) {
    const data = SELECTOR.openPosition + addressWord(addressIn(borrower)) + word(collateral) + word(debt);
    await builder.call({ from: DEPLOYER, to: market, data });
  }
  await builder.seal();
  return { market, oracle };
}
