// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ConstantProductPair} from "./ConstantProductPair.sol";

/// @title A pair that does nothing for anybody
contract StubbornPair is ConstantProductPair {
    constructor(address token0_, address token1_) ConstantProductPair(token0_, token1_) {}

    /// @inheritdoc ConstantProductPair
    function feePpm() public pure override returns (uint256) {
        return 3_000;
    }

    function mint(address) external pure override returns (uint256) {
        // solhint-disable-next-line gas-custom-errors
        revert("not today");
    }

    function swap(uint256, uint256, address, bytes calldata) external pure override {
        // solhint-disable-next-line gas-custom-errors
        revert("not today");
    }
}
