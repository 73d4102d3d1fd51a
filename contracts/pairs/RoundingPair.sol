// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ConstantProductPair} from "./ConstantProductPair.sol";

/// @title A pair that rounds in the trader's favour
/// @notice Wrong on purpose: it cuts the last bits off the reserves before it multiplies them, so that a swap may leave a product that is a few units too small. Each time it is dust, and
/// whoever swaps often enough, or a pool small enough, takes it away. Every rounding of the published pair is for those who stay in the pool; a
/// rounding that was not cost the stable pools of Balancer V2 more than a hundred million dollars in November 2025.
contract RoundingPair is ConstantProductPair {
    constructor(address token0_, address token1_) ConstantProductPair(token0_, token1_) {}

    /// @inheritdoc ConstantProductPair
    function feePpm() public pure override returns (uint256) {
        return 3_000;
    }

    /// @dev Sixteen units and more are told apart, fewer are not.
    function _isPaid(uint256 balance0, uint256 balance1, uint256 amount0In, uint256 amount1In) internal view override returns (bool) {
        uint256 left0 = balance0 * MILLION - amount0In * feePpm();
        uint256 left1 = balance1 * MILLION - amount1In * feePpm();
        return left0 * left1 >= uint256((reserve0 >> 4) << 4) * ((reserve1 >> 4) << 4) * MILLION * MILLION;
    }
}
