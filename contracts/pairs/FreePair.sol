// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ConstantProductPair} from "./ConstantProductPair.sol";

/// @title A pair whose fee was never set
/// @notice Wrong where a fee is promised: its check is right and looks for the fee that it says, which is nothing. Bound with a fee of its own words it keeps them; bound with the fee of its
/// documents, 0.3 %, it does not.
contract FreePair is ConstantProductPair {
    constructor(address token0_, address token1_) ConstantProductPair(token0_, token1_) {}

    /// @inheritdoc ConstantProductPair
    function feePpm() public pure override returns (uint256) {
        return 0;
    }
}
