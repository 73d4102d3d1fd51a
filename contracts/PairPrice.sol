// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IPairPrices} from "./IPairPrices.sol";

/// @title Prices of a Uniswap V2 pair, in quote per base of whole tokens times 10^8
library PairPrice {
    /// @param pair the pair that holds nothing, and so has no price
    error PairPrice_Empty(address pair);

    /// @dev From a ratio of smallest units: 10^12 for 18 decimals of base against 6 of quote, and 10^8 for the price itself.
    uint256 private constant E8_OF_A_RATIO = 1e20;

    /// @return price floor(quote·10^20/base) of the reserves as they are now
    function spotE8(IPairPrices pair, bool baseIsToken0) internal view returns (uint256 price) {
        (uint256 base, uint256 quote, ) = _reserves(pair, baseIsToken0);
        price = (quote * E8_OF_A_RATIO) / base;
    }

    /// @notice The pair's sum of price times seconds as it would be if the pair were touched now; Uniswap V2 whitepaper section 2.2.
    /// @return sum modulo 2^256
    function cumulativeNow(IPairPrices pair, bool baseIsToken0) internal view returns (uint256 sum) {
        (uint256 base, uint256 quote, uint32 updatedAt) = _reserves(pair, baseIsToken0);
        sum = baseIsToken0 ? pair.price0CumulativeLast() : pair.price1CumulativeLast();
        unchecked {
            // as in the pair, seconds count modulo 2^32 and the sum modulo 2^256; a price of 224 bits times 32 bits of seconds fits
            sum += ((quote << 112) / base) * (uint32(block.timestamp) - updatedAt);
        }
    }

    /// @param growth of the sum of price times seconds
    /// @param elapsed seconds in which it grew, at least 1
    /// @return price floor(growth·10^20/(elapsed·2^112))
    function averageE8(uint256 growth, uint32 elapsed) internal pure returns (uint256 price) {
        price = (growth * E8_OF_A_RATIO) / (uint256(elapsed) << 112);
    }

    function _reserves(IPairPrices pair, bool baseIsToken0) private view returns (uint256 base, uint256 quote, uint32 updatedAt) {
        (base, quote, updatedAt) = pair.getReserves();
        if (!baseIsToken0) (base, quote) = (quote, base);
        if (base == 0) revert PairPrice_Empty(address(pair));
    }
}
