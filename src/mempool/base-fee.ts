/** Largest change of the base fee from block to block is one part in this (EIP-1559, BASE_FEE_MAX_CHANGE_DENOMINATOR). */
const MAX_CHANGE_DENOMINATOR = 8n;
/** The target is the limit over this (EIP-1559, ELASTICITY_MULTIPLIER). */
const ELASTICITY = 2n;

/**
 * Base fee of the next block (EIP-1559, specification, `expected_base_fee_per_gas`).
 *
 * @param baseFee of this block, wei a unit of gas
 * @param gasUsed of this block
 * @param gasLimit of this block
 * @returns wei, rounded as the specification does: down, but at least 1 wei up when the block is above its target
 */
export function nextBaseFee(baseFee: bigint, gasUsed: bigint, gasLimit: bigint): bigint {
  const target = gasLimit / ELASTICITY;
  if (gasUsed === target) return baseFee;
  if (gasUsed > target) {
    const rise = (baseFee * (gasUsed - target)) / target / MAX_CHANGE_DENOMINATOR;
    return baseFee + (rise > 0n ? rise : 1n);
  }
  return baseFee - (baseFee * (target - gasUsed)) / target / MAX_CHANGE_DENOMINATOR;
}

/**
 * Gas that everybody else wants of a block: their demand fills it to the target when the base fee equals what they are ready to pay, and falls in
 * proportion as it rises above. So the base fee follows the recorded or set price of gas.
 *
 * @param baseFee wei
 * @param willingness what the others pay for a unit of gas, wei
 */
export function backgroundGas(baseFee: bigint, willingness: bigint, gasLimit: bigint): bigint {
  if (baseFee === 0n) return gasLimit;
  const wanted = ((gasLimit / ELASTICITY) * willingness) / baseFee;
  return wanted < gasLimit ? wanted : gasLimit;
}
