// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

// A failing test says what is wrong in words, and its name says what should be right.
/* solhint-disable gas-custom-errors, func-name-mixedcase */

import {FeedOracle} from "./FeedOracle.sol";
import {IVm} from "./LendingFixture.t.sol";

contract FeedOracleTest {
    IVm private constant VM = IVm(address(uint160(uint256(keccak256("hevm cheat code")))));

    FeedOracle private oracle;

    function setUp() public {
        oracle = new FeedOracle(address(this), 194.27e8);
    }

    function test_BeginsWithTheFirstPrice() public view {
        require(oracle.keeper() == address(this) && oracle.priceE8() == 19_427_000_000, "keeper and price");
    }

    function testFuzz_SaysWhatTheKeeperSaidLast(uint256 price) public {
        VM.expectEmit(address(oracle));
        emit FeedOracle.Poked(price);
        oracle.poke(price);
        require(oracle.priceE8() == price, "price");
    }

    function test_ListensToNobodyElse() public {
        VM.prank(address(0xBAD));
        VM.expectRevert(abi.encodeWithSelector(FeedOracle.FeedOracle_NotKeeper.selector, address(0xBAD)));
        oracle.poke(1);
        require(oracle.priceE8() == 194.27e8, "price");
    }
}
