// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {FixedSupplyToken} from "./FixedSupplyToken.sol";

/// @title An ERC-20 that keeps a part of what is sent
/// @notice Stands for the tokens whose transfers cost something: the recipient gets less than the sender pays. Its deployer alone pays nothing, so that a
/// test can hand out whole amounts.
contract FeeOnTransferToken is FixedSupplyToken {
    uint256 private constant MILLION = 1_000_000;

    /// @notice Kept of every transfer, in parts of 10^6, rounded down.
    uint256 public immutable transferFee;
    address public immutable deployer;

    /// @param supply the whole supply in the smallest unit, given to the deployer
    /// @param transferFee_ in parts of 10^6
    constructor(
        string memory name_,
        string memory symbol_,
        uint8 decimals_,
        uint256 supply,
        uint256 transferFee_
    ) FixedSupplyToken(name_, symbol_, decimals_, supply) {
        transferFee = transferFee_;
        deployer = msg.sender;
    }

    /// @dev What is kept goes to the token's own address.
    function _move(address from, address to, uint256 value) internal override {
        uint256 fee = from == deployer ? 0 : (value * transferFee) / MILLION;
        super._move(from, to, value - fee);
        if (fee > 0) super._move(from, address(this), fee);
    }
}
