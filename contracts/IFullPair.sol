// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IPair, IToken} from "./IPoolAndToken.sol";

/// @title A Uniswap V2 pair with what is needed to add to it and take from it
interface IFullPair is IPair {
    function mint(address to) external returns (uint256 liquidity);

    function burn(address to) external returns (uint256 amount0, uint256 amount1);
}

/// @title An ERC-20 token with allowances
interface IFullToken is IToken {
    function transferFrom(address from, address to, uint256 value) external returns (bool);
}
