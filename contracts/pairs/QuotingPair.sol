// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ConstantProductPair} from "./ConstantProductPair.sol";

/// @title A pair that quotes its own swaps
/// @notice Its fee is nobody's business: who wants to know asks what a swap would bring.
contract QuotingPair is ConstantProductPair {
    constructor(address token0_, address token1_) ConstantProductPair(token0_, token1_) {}

    /// @inheritdoc ConstantProductPair
    function feePpm() public pure override returns (uint256) {
        return 4_000;
    }

    /// @return what `amountIn` of a token would bring of the other, in its smallest unit
    function getAmountOut(uint256 amountIn, address tokenIn) external view returns (uint256) {
        (uint256 reserveIn, uint256 reserveOut) = tokenIn == token0 ? (reserve0, reserve1) : (reserve1, reserve0);
        uint256 traded = amountIn * (MILLION - feePpm());
        return (traded * reserveOut) / (reserveIn * MILLION + traded);
    }
}
