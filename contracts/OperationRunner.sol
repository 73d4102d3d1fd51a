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
/// obeys anyone, so it is for test chains only.
contract OperationRunner {
    /// @dev Enough for any call of a pair, and little enough to lose when one runs into an invalid instruction.
    uint256 private constant GAS_OF_A_CALL = 1_000_000;
    /// @dev Words of a call's answer that are kept: an error's selector and a reason of up to 64 bytes, or two numbers.
    uint256 private constant ANSWER_WORDS = 5;

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
        uint256 width = 2 + ANSWER_WORDS + 3 * accounts.length + 7;
        uint256[] memory words = new uint256[](width * targets.length);
        for (uint256 i = 0; i < targets.length; ++i) {
            uint256 at = i * width;
            // Any call is to be made, and its refusal to be read.
            // solhint-disable-next-line avoid-low-level-calls
            (bool success, bytes memory answer) = targets[i].call{gas: GAS_OF_A_CALL}(data[i]);
            words[at] = success ? 1 : 0;
            words[at + 1] = answer.length;
            for (uint256 j = 0; j < ANSWER_WORDS && 32 * j < answer.length; ++j) words[at + 2 + j] = _wordOf(answer, j);
            _observe(words, at + 2 + ANSWER_WORDS, accounts);
        }
        emit Rows(words);
    }

    function _observe(uint256[] memory words, uint256 at, address[] memory accounts) private view {
        for (uint256 i = 0; i < accounts.length; ++i) {
            words[at] = token0.balanceOf(accounts[i]);
            words[at + 1] = token1.balanceOf(accounts[i]);
            words[at + 2] = IToken(pair).balanceOf(accounts[i]);
            at += 3;
        }
        IPairMemory memory_ = IPairMemory(pair);
        (words[at], words[at + 1], words[at + 2]) = memory_.getReserves();
        words[at + 3] = memory_.totalSupply();
        words[at + 4] = memory_.kLast();
        words[at + 5] = memory_.price0CumulativeLast();
        words[at + 6] = memory_.price1CumulativeLast();
    }

    /// @dev Word number `index` of an answer; bytes behind its end are zero.
    function _wordOf(bytes memory answer, uint256 index) private pure returns (uint256 word) {
        uint256 from = 32 * index;
        uint256 count = answer.length - from < 32 ? answer.length - from : 32;
        for (uint256 i = 0; i < count; ++i) word |= uint256(uint8(answer[from + i])) << (8 * (31 - i));
    }
}
