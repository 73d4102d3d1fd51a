// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ConstantProductPair} from "./ConstantProductPair.sol";

/// @title A pair whose price accumulators move at every call
/// @notice Wrong on purpose: the second call of a block counts the seconds before it once more, at the price that the first one left behind. So a trade and its way back, in one block and at
/// no risk, write any price into the average. That a price has to come from before a block's first trade is in the Uniswap v2 whitepaper (2020), section 2.2; in February 2020 bZx lent
/// against a price that the same transaction had moved.
contract TwiceUpdatedOraclePair is ConstantProductPair {
    uint32 private countedFrom;

    constructor(address token0_, address token1_) ConstantProductPair(token0_, token1_) {}

    /// @inheritdoc ConstantProductPair
    function feePpm() public pure override returns (uint256) {
        return 3_000;
    }

    function _accumulate() internal override {
        uint32 time = uint32(block.timestamp);
        if (updatedAt != time) countedFrom = updatedAt;
        if (reserve0 == 0 || reserve1 == 0 || countedFrom == 0) return;
        unchecked {
            // sums are meant to wrap around, and times are kept modulo 2^32
            uint32 elapsed = time - countedFrom;
            price0CumulativeLast += ((uint256(reserve1) << 112) / reserve0) * elapsed;
            price1CumulativeLast += ((uint256(reserve0) << 112) / reserve1) * elapsed;
        }
    }
}
