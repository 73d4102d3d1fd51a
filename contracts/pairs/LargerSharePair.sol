// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ConstantProductPair} from "./ConstantProductPair.sol";

/// @title A pair that gives liquidity for the larger share
/// @notice Wrong on purpose: who deposits a lot of one token and next to nothing of the other is given liquidity for the lot, at the cost of all who were there before. The smaller of the two
/// shares is what `mint` of Uniswap v2 (2020) goes by.
contract LargerSharePair is ConstantProductPair {
    constructor(address token0_, address token1_) ConstantProductPair(token0_, token1_) {}

    /// @inheritdoc ConstantProductPair
    function feePpm() public pure override returns (uint256) {
        return 3_000;
    }

    function _liquidityFor(uint256 share0, uint256 share1) internal pure override returns (uint256) {
        return share0 > share1 ? share0 : share1;
    }
}
