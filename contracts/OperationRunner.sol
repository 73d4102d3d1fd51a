// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IToken} from "./IPoolAndToken.sol";

/// @title The part of a Uniswap V2 pair that holds its memory
interface IPairMemory {
    /// @return reserve0 reserve of token0, in its smallest unit
    /// @return reserve1 reserve of token1, in its smallest unit
    /// @return blockTimestampLast time of the last update, modulo 2^32
    function getReserves() external view returns (uint112 reserve0, uint112 reserve1, uint32 blockTimestampLast);

    function totalSupply() external view returns (uint256);

    function kLast() external view returns (uint256);

    function price0CumulativeLast() external view returns (uint256);

    function price1CumulativeLast() external view returns (uint256);
}

/// @title Calls one after the other, and after each the pair's whole state
/// @notice Lets a model be held against a pair operation by operation at the cost of one transaction for many. It holds tokens of its own and
/// obeys anyone, so it is for test chains only. The looking is written in assembly, since it is most of what a run costs: Hardhat's chain keeps
/// a record of every step.
contract OperationRunner {
    /// @notice a token or the pair refused to answer
    error OperationRunner_CallFailed();

    /// @dev Enough for any call of a pair, and little enough to lose when one runs into an invalid instruction.
    uint256 private constant GAS_OF_A_CALL = 1_000_000;
    /// @dev Words of a call's answer that are kept: an error's selector and a reason of up to 64 bytes, or two numbers.
    uint256 private constant ANSWER_WORDS = 5;
    /// @dev Words that the pair remembers.
    uint256 private constant MEMORY_WORDS = 7;

    // Assembly reads constants only when they are plain numbers.
    bytes4 private constant BALANCE_OF = 0x70a08231; // IToken.balanceOf.selector
    bytes4 private constant GET_RESERVES = 0x0902f1ac; // IPairMemory.getReserves.selector
    bytes4 private constant TOTAL_SUPPLY = 0x18160ddd; // IPairMemory.totalSupply.selector
    bytes4 private constant K_LAST = 0x7464fc3d; // IPairMemory.kLast.selector
    bytes4 private constant PRICE_0 = 0x5909c0d5; // IPairMemory.price0CumulativeLast.selector
    bytes4 private constant PRICE_1 = 0x5a3d5493; // IPairMemory.price1CumulativeLast.selector
    bytes4 private constant CALL_FAILED = 0x7d166aa6; // OperationRunner_CallFailed.selector

    address public immutable pair;
    IToken public immutable token0;
    IToken public immutable token1;
    address[] private _accounts;

    /// @notice One row after each call: 1 for success, length of the answer, its first five words; then token0, token1 and liquidity of each
    /// account; then both reserves, the time of their last update, supply, kLast and both price accumulators.
    event Rows(uint256[] words);

    /// @param pair_ the pair
    /// @param token0_ its first token
    /// @param token1_ its second token
    /// @param accounts whose balances are observed
    constructor(address pair_, IToken token0_, IToken token1_, address[] memory accounts) {
        pair = pair_;
        token0 = token0_;
        token1 = token1_;
        _accounts = accounts;
    }

    /// @notice Makes the calls in this order; one that reverts does not end the rest.
    /// @param targets whom to call
    /// @param data with what, as many as targets
    function run(address[] calldata targets, bytes[] calldata data) external {
        address[] memory accounts = _accounts;
        uint256 width = 2 + ANSWER_WORDS + 3 * accounts.length + MEMORY_WORDS;
        uint256[] memory words = new uint256[](width * targets.length);
        for (uint256 i = 0; i < targets.length; ++i) {
            uint256 at = i * width;
            // Any call is to be made, and its refusal to be read.
            // solhint-disable-next-line avoid-low-level-calls
            (bool success, ) = targets[i].call{gas: GAS_OF_A_CALL}(data[i]);
            words[at] = success ? 1 : 0;
            _keepAnswer(words, at + 1);
            _observe(words, at + 2 + ANSWER_WORDS, accounts);
        }
        emit Rows(words);
    }

    /// @dev Length and first words of what the last call answered; bytes behind its end stay zero.
    function _keepAnswer(uint256[] memory words, uint256 at) private pure {
        uint256 most = 32 * ANSWER_WORDS;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let out := add(add(words, 0x20), mul(at, 0x20))
            let length := returndatasize()
            mstore(out, length)
            if gt(length, most) {
                length := most
            }
            returndatacopy(add(out, 0x20), 0x00, length)
        }
    }

    function _observe(uint256[] memory words, uint256 at, address[] memory accounts) private view {
        (address p, IToken a, IToken b) = (pair, token0, token1);
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            let out := add(add(words, 0x20), mul(at, 0x20))
            let ok := 1
            // The call data stands in scratch space: the selector at 0x00, the account at 0x04, 36 bytes in all.
            mstore(0x00, BALANCE_OF)
            for {
                let next := add(accounts, 0x20)
                let end := add(next, mul(mload(accounts), 0x20))
            } lt(next, end) {
                next := add(next, 0x20)
            } {
                mstore(0x04, mload(next))
                ok := and(ok, staticcall(gas(), a, 0x00, 0x24, out, 0x20))
                ok := and(ok, staticcall(gas(), b, 0x00, 0x24, add(out, 0x20), 0x20))
                ok := and(ok, staticcall(gas(), p, 0x00, 0x24, add(out, 0x40), 0x20))
                out := add(out, 0x60)
            }
            mstore(0x00, GET_RESERVES)
            ok := and(ok, staticcall(gas(), p, 0x00, 0x04, out, 0x60))
            mstore(0x00, TOTAL_SUPPLY)
            ok := and(ok, staticcall(gas(), p, 0x00, 0x04, add(out, 0x60), 0x20))
            mstore(0x00, K_LAST)
            ok := and(ok, staticcall(gas(), p, 0x00, 0x04, add(out, 0x80), 0x20))
            mstore(0x00, PRICE_0)
            ok := and(ok, staticcall(gas(), p, 0x00, 0x04, add(out, 0xa0), 0x20))
            mstore(0x00, PRICE_1)
            ok := and(ok, staticcall(gas(), p, 0x00, 0x04, add(out, 0xc0), 0x20))
            if iszero(ok) {
                mstore(0x00, CALL_FAILED)
                revert(0x00, 0x04)
            }
        }
    }
}
