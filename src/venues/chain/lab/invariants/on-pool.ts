import type { NetworkManager } from "hardhat/types/network";
import type { PairTerms, PoolBinding } from "../../pool-binding.ts";
import { type LabOptions, openPoolLab } from "../open-pool-lab.ts";
import { PoolLab } from "../pool-lab.ts";
import type { PoolFee } from "./stated-fee.ts";

/** A pool to be looked at: a laboratory, left as it is found, or a binding that is put on a fresh chain of the network manager's. */
export type PoolSubject = PoolLab | { readonly network: NetworkManager; readonly binding: PoolBinding; readonly lab?: LabOptions };

/** Does something with a pool, on a laboratory of its own where it has none. @param work is told what the binding says of the fee, null where nothing is known */
export async function onPool<T>(subject: PoolSubject, work: (lab: PoolLab, fee: PoolFee) => Promise<T>): Promise<T> {
  if (subject instanceof PoolLab) return work(subject, null);
  const lab = await openPoolLab(subject.network, subject.binding, subject.lab);
  try {
    return await work(lab, feeOf(subject.binding.terms));
  } finally {
    await lab.close();
  }
}

function feeOf({ fee, feeGetter, whole }: PairTerms): PoolFee {
  return feeGetter === undefined ? fee : { getter: feeGetter, ...(whole === undefined ? {} : { whole }) };
}
