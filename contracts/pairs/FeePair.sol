// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ConstantProductPair} from "./ConstantProductPair.sol";

/// @title A fork with a fee of its own
contract FeePair is ConstantProductPair {
    uint256 private immutable fixedFee;

    /// @param fee in parts of 10^6 of what is paid in
    constructor(address token0_, address token1_, uint256 fee) ConstantProductPair(token0_, token1_) {
        fixedFee = fee;
    }

    /// @inheritdoc ConstantProductPair
    function feePpm() public view override returns (uint256) {
        return fixedFee;
    }
}
