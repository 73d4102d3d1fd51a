import { getCreateAddress, id } from "ethers";
import { CrashError } from "../../core/errors.ts";
import type { AccountId, Genesis } from "../../core/words.ts";

/** Fee recipient of every block. */
export const COINBASE = walletAddress("coinbase");
/** The account that builds the chain before the run and holds nothing afterwards. */
export const DEPLOYER = walletAddress("deployer");
const ZERO_ADDRESS = `0x${"0".repeat(40)}`;

/** Where everything stands on the chain. Addresses are lower case and the same in every run: they follow from names and the deployer's nonces. */
export interface Layout {
  readonly weth: string;
  readonly usdc: string;
  readonly factory: string;
  readonly router: string;
  readonly pair: string;
  readonly reader: string;
  /** True when the pair's token0 is WETH. */
  readonly baseIsToken0: boolean;
  readonly addressOf: ReadonlyMap<AccountId, string>;
  readonly accountAt: ReadonlyMap<string, AccountId>;
}

/** Address of a role's wallet: the last 20 bytes of the hash of its name. */
export function walletAddress(account: AccountId): string {
  return `0x${id(`hardhat-crash/${account}`).slice(-40)}`;
}

/** Address of the deployer's contract number `nonce`. */
export function deployedAddress(nonce: number): string {
  return getCreateAddress({ from: DEPLOYER, nonce }).toLowerCase();
}

/** Nonces at which the deployer creates its contracts: the first four always the same, so that the tokens' addresses are fixed. */
export const DEPLOY_NONCE = { weth: 0, usdc: 1, factory: 2, router: 3 } as const;

/**
 * Names and addresses of all accounts of a run, those of the protocol first.
 *
 * @param executors addresses of the executors by account
 */
export function layoutOf(genesis: Genesis, pair: string, reader: string, executors: ReadonlyMap<AccountId, string>): Layout {
  const weth = deployedAddress(DEPLOY_NONCE.weth);
  const usdc = deployedAddress(DEPLOY_NONCE.usdc);
  const router = deployedAddress(DEPLOY_NONCE.router);
  const addressOf = new Map<AccountId, string>([
    ["zero", ZERO_ADDRESS],
    ["pair", pair],
    ["router", router],
    ["weth", weth],
    ["deployer", DEPLOYER],
    ["coinbase", COINBASE],
  ]);
  for (const { account, type } of genesis.endowments) {
    const address = type === "wallet" ? walletAddress(account) : executors.get(account);
    if (address === undefined) throw new CrashError("CHAIN_LAYOUT", `no executor was deployed for ${account}`);
    addressOf.set(account, address);
  }
  const accountAt = new Map([...addressOf].map(([account, address]) => [address, account]));
  const factory = deployedAddress(DEPLOY_NONCE.factory);
  return { weth, usdc, factory, router, pair, reader, baseIsToken0: BigInt(weth) < BigInt(usdc), addressOf, accountAt };
}
