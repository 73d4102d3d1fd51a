import { LAB_WALLETS, type LabWallet } from "../pool-lab.ts";

/** Who deposits after a hostile first deposit: the next of the wallets. */
export function victimOf(who: LabWallet): LabWallet {
  return LAB_WALLETS[(LAB_WALLETS.indexOf(who) + 1) % LAB_WALLETS.length]!;
}
