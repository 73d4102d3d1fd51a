// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ConstantProductPair} from "./ConstantProductPair.sol";

/// @title A pair whose skim compares with nothing
/// @notice Wrong on purpose: it gives all that it holds to whoever asks, where only what lies above the reserves is anybody's (Uniswap v2 whitepaper 2020, section 3.2.2).
contract UnguardedSkimPair is ConstantProductPair {
    constructor(address token0_, address token1_) ConstantProductPair(token0_, token1_) {}

    /// @inheritdoc ConstantProductPair
    function feePpm() public pure override returns (uint256) {
        return 3_000;
    }

    /// @inheritdoc ConstantProductPair
    function skim(address to) external override lock {
        (uint256 balance0, uint256 balance1) = _balances();
        _pay(token0, to, balance0);
        _pay(token1, to, balance1);
    }
}
