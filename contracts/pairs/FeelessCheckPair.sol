// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ConstantProductPair} from "./ConstantProductPair.sol";

/// @title A pair that says a fee and does not look for it
/// @notice Wrong on purpose: its check compares the plain products, so whoever goes around the router pays nothing. The fee belongs into the check (Uniswap v2 whitepaper 2020,
/// section 3.2.1), since a router only asks for less out of courtesy.
contract FeelessCheckPair is ConstantProductPair {
    constructor(address token0_, address token1_) ConstantProductPair(token0_, token1_) {}

    /// @inheritdoc ConstantProductPair
    function feePpm() public pure override returns (uint256) {
        return 3_000;
    }

    function _isPaid(uint256 balance0, uint256 balance1, uint256, uint256) internal view override returns (bool) {
        return balance0 * balance1 >= uint256(reserve0) * reserve1;
    }
}
