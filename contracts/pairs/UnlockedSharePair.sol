// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ConstantProductPair} from "./ConstantProductPair.sol";

/// @title A pair that locks no liquidity
/// @notice Wrong on purpose: the first depositor may own a single unit of liquidity, make it dear by a donation, and keep what the next depositor's liquidity is rounded down by. The Uniswap v2
/// whitepaper (2020), section 3.4, says so and locks the first 1000 units; lending markets that did not lock theirs were emptied in this way, Hundred Finance in April 2023 among them.
contract UnlockedSharePair is ConstantProductPair {
    constructor(address token0_, address token1_) ConstantProductPair(token0_, token1_) {}

    /// @inheritdoc ConstantProductPair
    function feePpm() public pure override returns (uint256) {
        return 3_000;
    }

    function _lockedLiquidity() internal pure override returns (uint256) {
        return 0;
    }
}
