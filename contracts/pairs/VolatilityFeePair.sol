// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ConstantProductPair} from "./ConstantProductPair.sol";

/// @title A pair whose fee follows what its price has done
/// @notice The fee is a floor and a part of how far the price has moved from where it stood some minutes ago, up to a ceiling. That of a swap follows from the reserves before it.
contract VolatilityFeePair is ConstantProductPair {
    uint256 public constant FLOOR = 500;
    uint256 public constant CEILING = 30_000;
    /// @dev Parts of 10^6 of fee for 10^6 parts of move: a twentieth of the move.
    uint256 public constant SHARE = 50_000;
    /// @dev Seconds after which the price is taken anew.
    uint256 public constant WINDOW = 300;

    uint256 private anchor;
    uint256 private anchoredAt;

    constructor(address token0_, address token1_) ConstantProductPair(token0_, token1_) {}

    /// @inheritdoc ConstantProductPair
    function feePpm() public view override returns (uint256) {
        if (anchor == 0) return FLOOR;
        uint256 price = _price();
        uint256 moved = ((price > anchor ? price - anchor : anchor - price) * MILLION) / anchor;
        uint256 fee = FLOOR + (moved * SHARE) / MILLION;
        return fee < CEILING ? fee : CEILING;
    }

    function _update(uint256 balance0, uint256 balance1) internal override {
        if (block.timestamp >= anchoredAt + WINDOW && reserve0 > 0) {
            anchor = _price();
            anchoredAt = block.timestamp;
        }
        super._update(balance0, balance1);
    }

    /// @dev token1 for a token0, as a binary fixed point number of 112 places.
    function _price() private view returns (uint256) {
        return (uint256(reserve1) << 112) / reserve0;
    }
}
