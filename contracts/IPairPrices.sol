// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// @title The part of a Uniswap V2 pair from which prices are read
interface IPairPrices {
    /// @return reserve0 reserve of token0, in its smallest unit
    /// @return reserve1 reserve of token1, in its smallest unit
    /// @return blockTimestampLast time of the last update, modulo 2^32
    function getReserves() external view returns (uint112 reserve0, uint112 reserve1, uint32 blockTimestampLast);

    /// @return token1 per token0 as UQ112x112, times seconds, summed up to the last update, modulo 2^256
    function price0CumulativeLast() external view returns (uint256);

    /// @return token0 per token1 likewise
    function price1CumulativeLast() external view returns (uint256);
}
