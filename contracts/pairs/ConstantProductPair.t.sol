// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

// A failing test says what is wrong in words, and its name says what should be right.
/* solhint-disable gas-custom-errors, func-name-mixedcase */

import {FixedSupplyToken} from "../FixedSupplyToken.sol";
import {ConstantProductPair, ICallee} from "./ConstantProductPair.sol";
import {FeePair} from "./FeePair.sol";

/// @dev Borrows, calls back into the pair while it is locked if told to, and pays what it was told to.
contract Borrower is ICallee {
    FixedSupplyToken private immutable token;
    uint256 private immutable payment;
    bool private immutable reenters;

    constructor(FixedSupplyToken token_, uint256 payment_, bool reenters_) {
        token = token_;
        payment = payment_;
        reenters = reenters_;
    }

    function uniswapV2Call(address, uint256, uint256, bytes calldata) external {
        if (reenters) ConstantProductPair(msg.sender).sync();
        require(token.transfer(msg.sender, payment), "repaid");
    }
}

contract ConstantProductPairTest {
    uint256 private constant UNIT = 1e18;

    FixedSupplyToken private first;
    FixedSupplyToken private second;
    FeePair private pair;

    function setUp() public {
        first = new FixedSupplyToken("First", "ONE", 18, 1e30);
        second = new FixedSupplyToken("Second", "TWO", 18, 1e30);
        pair = new FeePair(address(first), address(second), 3_000);
    }

    function test_LiquidityOfOneAndFourIsTwoOfWhichAThousandUnitsAreLocked() public {
        _deposit(UNIT, 4 * UNIT);
        require(pair.totalSupply() == 2 * UNIT, "supply");
        require(pair.balanceOf(address(this)) == 2 * UNIT - 1_000 && pair.balanceOf(address(0)) == 1_000, "locked");
    }

    function testFuzz_LiquidityOfTheFirstDepositIsTheRootRoundedDown(uint256 amount0, uint256 amount1) public {
        amount0 = 2_000 + (amount0 % 1e28);
        amount1 = 2_000 + (amount1 % 1e28);
        _deposit(amount0, amount1);
        uint256 root = pair.totalSupply();
        require(root * root <= amount0 * amount1 && (root + 1) * (root + 1) > amount0 * amount1, "root");
    }

    function test_OneIntoFiveAndTenBuysWhatUniswapsOwnTestSays() public {
        _deposit(5 * UNIT, 10 * UNIT);
        require(first.transfer(address(pair), UNIT), "paid");
        _expectRefusal(1662497915624478907, ConstantProductPair.Pair_Product.selector);
        pair.swap(0, 1662497915624478906, address(this), "");
        require(second.balanceOf(address(pair)) == 10 * UNIT - 1662497915624478906, "left");
    }

    function testFuzz_WhatTheFormulaAllowsPassesAndOneUnitMoreDoesNot(uint256 reserve0, uint256 reserve1, uint256 paid) public {
        (reserve0, reserve1, paid) = (1e4 + (reserve0 % 1e26), 1e4 + (reserve1 % 1e26), 1e4 + (paid % 1e26));
        _deposit(reserve0, reserve1);
        uint256 out = (paid * 997 * reserve1) / (reserve0 * 1_000 + paid * 997);
        require(first.transfer(address(pair), paid), "paid");
        if (out + 1 < reserve1) _expectRefusal(out + 1, ConstantProductPair.Pair_Product.selector);
        if (out > 0) pair.swap(0, out, address(this), "");
    }

    function test_SkimGivesAwayWhatLiesAboveTheReservesAndSyncKeepsIt() public {
        _deposit(UNIT, UNIT);
        require(first.transfer(address(pair), 7), "paid");
        pair.skim(address(0xA11CE));
        require(first.balanceOf(address(0xA11CE)) == 7 && first.balanceOf(address(pair)) == UNIT, "skimmed");
        require(second.transfer(address(pair), 9), "paid");
        pair.sync();
        (uint112 reserve0, uint112 reserve1, ) = pair.getReserves();
        require(reserve0 == UNIT && reserve1 == UNIT + 9, "synced");
    }

    function test_AFlashSwapIsPaidForInTheSameTokenWithItsFee() public {
        _deposit(5 * UNIT, 10 * UNIT);
        // 997 of 1000 parts of what comes back are counted: of one token taken the fee is 3/997.
        uint256 due = (UNIT * 1_000 + 996) / 997;
        Borrower miser = _borrower(due - 1, false);
        Borrower borrower = _borrower(due, false);
        _expectFlashRefusal(miser, ConstantProductPair.Pair_Product.selector);
        pair.swap(UNIT, 0, address(borrower), "borrowed");
        require(first.balanceOf(address(pair)) == 4 * UNIT + due, "repaid");
    }

    function test_NothingIsDoneInTheMiddleOfASwap() public {
        _deposit(5 * UNIT, 10 * UNIT);
        _expectFlashRefusal(_borrower(2 * UNIT, true), ConstantProductPair.Pair_Locked.selector);
    }

    function _deposit(uint256 amount0, uint256 amount1) private {
        require(first.transfer(address(pair), amount0) && second.transfer(address(pair), amount1), "paid");
        pair.mint(address(this));
    }

    function _borrower(uint256 payment, bool reenters) private returns (Borrower borrower) {
        borrower = new Borrower(first, payment, reenters);
        require(first.transfer(address(borrower), UNIT), "lent");
    }

    function _expectRefusal(uint256 out, bytes4 reason) private {
        try pair.swap(0, out, address(this), "") {
            revert("took too much");
        } catch (bytes memory found) {
            require(bytes4(found) == reason, "reason");
        }
    }

    function _expectFlashRefusal(Borrower borrower, bytes4 reason) private {
        try pair.swap(UNIT, 0, address(borrower), "borrowed") {
            revert("took too much");
        } catch (bytes memory found) {
            require(bytes4(found) == reason, "reason");
        }
    }
}
