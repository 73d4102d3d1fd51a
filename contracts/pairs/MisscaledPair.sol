// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ConstantProductPair} from "./ConstantProductPair.sol";

/// @title A pair that counts its balances in other parts than its reserves
/// @notice Wrong on purpose: whoever gave it a finer fee changed the parts on one side of the check and not on the other, so that a hundredth of the product passes. Uranium Finance, a fork of
/// Uniswap V2, was drained in this way in April 2021 (10,000 parts for the balances, 1,000 for the reserves).
contract MisscaledPair is ConstantProductPair {
    constructor(address token0_, address token1_) ConstantProductPair(token0_, token1_) {}

    /// @inheritdoc ConstantProductPair
    function feePpm() public pure override returns (uint256) {
        return 1_600;
    }

    function _isPaid(uint256 balance0, uint256 balance1, uint256 amount0In, uint256 amount1In) internal view override returns (bool) {
        uint256 left0 = balance0 * 10_000 - amount0In * 16;
        uint256 left1 = balance1 * 10_000 - amount1In * 16;
        return left0 * left1 >= uint256(reserve0) * reserve1 * 1_000 * 1_000;
    }
}
