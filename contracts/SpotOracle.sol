// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IPairPrices} from "./IPairPrices.sol";
import {IPriceOracle} from "./IPriceOracle.sol";
import {PairPrice} from "./PairPrice.sol";

/// @title The price of a pair's reserves, now
/// @notice Whoever trades with the pair moves it, in the same transaction too.
contract SpotOracle is IPriceOracle {
    IPairPrices public immutable pair;
    bool public immutable baseIsToken0;

    /// @param pair_ the Uniswap V2 pair of base and quote
    /// @param baseIsToken0_ whether base is the first of its tokens
    constructor(IPairPrices pair_, bool baseIsToken0_) {
        pair = pair_;
        baseIsToken0 = baseIsToken0_;
    }

    /// @inheritdoc IPriceOracle
    function priceE8() external view override returns (uint256) {
        return PairPrice.spotE8(pair, baseIsToken0);
    }
}
