import { computeAddress, getCreateAddress, id } from "ethers";
import { SIDE_PAIR } from "../../core/account-names.ts";
import { CrashError } from "../../core/errors.ts";
import type { AccountId, Genesis } from "../../core/words.ts";

/** Fee recipient of every block. */
export const COINBASE = walletAddress("coinbase");
/** The account that builds the chain before the run and holds nothing afterwards. */
export const DEPLOYER = walletAddress("genesis");
export const ZERO_ADDRESS = `0x${"0".repeat(40)}`;

/** Where everything stands on the chain. Addresses are lower case and the same in every run: they follow from names and the deployer's nonces. */
export interface Layout {
  readonly weth: string;
  readonly usdc: string;
  readonly factory: string;
  readonly router: string;
  readonly pair: string;
  /** Where there is a second pool. */
  readonly sidePair: string | null;
  readonly reader: string;
  /** The lending market and its oracle, where there is one. */
  readonly lending: { readonly market: string; readonly oracle: string } | null;
  /** True when the pair's token0 is WETH. */
  readonly baseIsToken0: boolean;
  readonly addressOf: ReadonlyMap<AccountId, string>;
  readonly accountAt: ReadonlyMap<string, AccountId>;
}

/** Private key of a role's wallet: the hash of its name, so that all can sign and nothing is secret. */
export function walletKey(account: AccountId): string {
  return id(`hardhat-crash/${account}`);
}

/** Address of a role's wallet. */
export function walletAddress(account: AccountId): string {
  return computeAddress(walletKey(account)).toLowerCase();
}

/** Address of the deployer's contract number `nonce`. */
export function deployedAddress(nonce: number): string {
  return getCreateAddress({ from: DEPLOYER, nonce }).toLowerCase();
}

/** Nonces at which the deployer creates its contracts: the first four always the same, so that the tokens' addresses are fixed. */
export const DEPLOY_NONCE = { weth: 0, usdc: 1, factory: 2, router: 3 } as const;

/**
 * Addresses of all accounts of a run but the lending market's, those of the protocol first.
 *
 * @param executors addresses of the executors by account
 */
export function addressesOf(
  genesis: Pick<Genesis, "endowments">,
  { pair, sidePair, router }: Pick<Layout, "pair" | "sidePair" | "router">,
  executors: ReadonlyMap<AccountId, string>,
): ReadonlyMap<AccountId, string> {
  const addressOf = new Map<AccountId, string>([
    ["zero", ZERO_ADDRESS],
    ["pair", pair],
    ["router", router],
    ["weth", deployedAddress(DEPLOY_NONCE.weth)],
    ["deployer", DEPLOYER],
    ["coinbase", COINBASE],
  ]);
  if (sidePair !== null) addressOf.set(SIDE_PAIR, sidePair);
  for (const { account, type } of genesis.endowments) {
    const address = type === "wallet" ? walletAddress(account) : executors.get(account);
    if (address === undefined) throw new CrashError("CHAIN_LAYOUT", `no executor was deployed for ${account}`);
    addressOf.set(account, address);
  }
  return addressOf;
}

/** Where everything stands, once all is deployed. */
export function layoutOf(
  parts: Pick<Layout, "pair" | "sidePair" | "router" | "reader" | "lending" | "baseIsToken0">,
  addressOf: ReadonlyMap<AccountId, string>,
): Layout {
  const [weth, usdc, factory] = [DEPLOY_NONCE.weth, DEPLOY_NONCE.usdc, DEPLOY_NONCE.factory].map(deployedAddress) as [
    string,
    string,
    string,
  ];
  const accountAt = new Map([...addressOf].map(([account, address]) => [address, account]));
  return { weth, usdc, factory, ...parts, addressOf, accountAt };
}
