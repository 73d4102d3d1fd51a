// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// @title The factory of one pair
/// @notice Creates a pair from its creation code as Uniswap's factory does, whose functions a pair asks for: who gets the protocol's fee, which is nobody.
contract PairMaker {
    /// @param pair that could not be told its tokens
    error PairMaker_NotInitialized(address pair, bytes reason);

    address public pair;

    /// @param code creation code and constructor arguments
    /// @param initializer a call to the new pair, such as `initialize(token0, token1)`; empty where its constructor has them
    function make(bytes calldata code, bytes calldata initializer) external returns (address made) {
        bytes memory creation = code;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            made := create(0, add(creation, 0x20), mload(creation))
            if iszero(made) {
                // What the constructor said.
                let reason := mload(0x40)
                returndatacopy(reason, 0, returndatasize())
                revert(reason, returndatasize())
            }
        }
        pair = made;
        if (initializer.length == 0) return made;
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory reason) = made.call(initializer);
        if (!success) revert PairMaker_NotInitialized(made, reason);
    }

    /// @return nobody gets the protocol's fee
    function feeTo() external pure returns (address) {
        return address(0);
    }
}
