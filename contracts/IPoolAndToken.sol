// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// @title The part of a Uniswap V2 pair that our contracts call
interface IPair {
    /// @return reserve0 reserve of token0, in its smallest unit
    /// @return reserve1 reserve of token1, in its smallest unit
    /// @return blockTimestampLast time of the last update, modulo 2^32
    function getReserves() external view returns (uint112 reserve0, uint112 reserve1, uint32 blockTimestampLast);

    /// @notice Sends the stated amounts out and checks that enough came in.
    function swap(uint256 amount0Out, uint256 amount1Out, address to, bytes calldata data) external;

    function token0() external view returns (address);

    function token1() external view returns (address);

    function totalSupply() external view returns (uint256);
}

/// @title The part of an ERC-20 token that our contracts call
interface IToken {
    function transfer(address to, uint256 value) external returns (bool);

    function balanceOf(address account) external view returns (uint256);
}
