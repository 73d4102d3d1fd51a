// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IPairPrices} from "./IPairPrices.sol";
import {IPriceOracle} from "./IPriceOracle.sol";
import {PairPrice} from "./PairPrice.sol";

/// @title The time-weighted average price of a pair, over the window between two updates
/// @notice Uniswap V2 whitepaper section 2.2. It lags, and a price that lasted no time counts for nothing.
contract AverageOracle is IPriceOracle {
    /// @param period shortest window, in seconds
    error AverageOracle_NoPeriod(uint32 period);

    /// @param elapsed seconds since the last update
    /// @param period seconds that must pass
    error AverageOracle_TooEarly(uint32 elapsed, uint32 period);

    event Poked(uint256 priceE8);

    IPairPrices public immutable pair;
    bool public immutable baseIsToken0;
    uint32 public immutable period;
    /// @inheritdoc IPriceOracle
    uint256 public override priceE8;
    /// @notice The pair's sum of price times seconds at the last update, modulo 2^256.
    uint256 public cumulativeLast;
    /// @notice Time of the last update, modulo 2^32.
    uint32 public updatedAt;

    /// @notice Begins with the spot price.
    /// @param pair_ the Uniswap V2 pair of base and quote
    /// @param baseIsToken0_ whether base is the first of its tokens
    /// @param period_ shortest window, in seconds, at least 1
    constructor(IPairPrices pair_, bool baseIsToken0_, uint32 period_) {
        if (period_ == 0) revert AverageOracle_NoPeriod(period_);
        pair = pair_;
        baseIsToken0 = baseIsToken0_;
        period = period_;
        priceE8 = PairPrice.spotE8(pair_, baseIsToken0_);
        cumulativeLast = PairPrice.cumulativeNow(pair_, baseIsToken0_);
        updatedAt = uint32(block.timestamp);
    }

    /// @notice Sets the price to the average since the last update, rounded down; anybody may.
    function poke() external {
        uint32 elapsed;
        unchecked {
            // the pair counts seconds modulo 2^32
            elapsed = uint32(block.timestamp) - updatedAt;
        }
        if (elapsed < period) revert AverageOracle_TooEarly(elapsed, period);
        uint256 cumulative = PairPrice.cumulativeNow(pair, baseIsToken0);
        uint256 growth;
        unchecked {
            // the pair's sum overflows on purpose: the difference of two readings is right all the same
            growth = cumulative - cumulativeLast;
        }
        uint256 average = PairPrice.averageE8(growth, elapsed);
        priceE8 = average;
        cumulativeLast = cumulative;
        updatedAt = uint32(block.timestamp);
        emit Poked(average);
    }
}
