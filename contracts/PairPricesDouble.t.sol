// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IPairPrices} from "./IPairPrices.sol";

/// @dev Stands for a pair, and says what it is told to.
contract PairPricesDouble is IPairPrices {
    uint256 public override price0CumulativeLast;
    uint256 public override price1CumulativeLast;
    uint112 private _reserve0;
    uint112 private _reserve1;
    uint32 private _updatedAt;

    function set(uint112 reserve0, uint112 reserve1, uint256 updatedAt) external {
        (_reserve0, _reserve1, _updatedAt) = (reserve0, reserve1, uint32(updatedAt));
    }

    function setCumulative(uint256 price0, uint256 price1) external {
        (price0CumulativeLast, price1CumulativeLast) = (price0, price1);
    }

    function getReserves() external view override returns (uint112, uint112, uint32) {
        return (_reserve0, _reserve1, _updatedAt);
    }
}
