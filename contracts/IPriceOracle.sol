// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// @title Whatever names a price
interface IPriceOracle {
    /// @return quote per base in whole tokens, times 10^8; base has 18 decimals and quote 6
    function priceE8() external view returns (uint256);
}
