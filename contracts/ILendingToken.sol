// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IToken} from "./IPoolAndToken.sol";

/// @title The part of an ERC-20 token that a lending market calls
interface ILendingToken is IToken {
    function transferFrom(address from, address to, uint256 value) external returns (bool);
}
