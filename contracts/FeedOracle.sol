// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IPriceOracle} from "./IPriceOracle.sol";

/// @title A price that one account names
/// @notice How old a price is, is the keeper's affair.
contract FeedOracle is IPriceOracle {
    /// @param caller who is not the keeper
    error FeedOracle_NotKeeper(address caller);

    event Poked(uint256 priceE8);

    address public immutable keeper;
    /// @inheritdoc IPriceOracle
    uint256 public override priceE8;

    /// @param keeper_ the account that names prices
    /// @param firstPriceE8 the price until it does
    constructor(address keeper_, uint256 firstPriceE8) {
        keeper = keeper_;
        priceE8 = firstPriceE8;
    }

    /// @notice Names a price.
    /// @param newPriceE8 quote per base in whole tokens, times 10^8
    function poke(uint256 newPriceE8) external {
        if (msg.sender != keeper) revert FeedOracle_NotKeeper(msg.sender);
        priceE8 = newPriceE8;
        emit Poked(newPriceE8);
    }
}
