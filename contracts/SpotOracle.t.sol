// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

// A failing test says what is wrong in words, and its name says what should be right.
/* solhint-disable gas-custom-errors, func-name-mixedcase */

import {IVm} from "./LendingFixture.t.sol";
import {PairPrice} from "./PairPrice.sol";
import {PairPricesDouble} from "./PairPricesDouble.t.sol";
import {SpotOracle} from "./SpotOracle.sol";

contract SpotOracleTest {
    IVm private constant VM = IVm(address(uint160(uint256(keccak256("hevm cheat code")))));

    PairPricesDouble private pair;

    function setUp() public {
        pair = new PairPricesDouble();
    }

    function test_DividesQuoteByBaseInEitherOrder() public {
        pair.set(3e18, 582.81e6, 0);
        require(new SpotOracle(pair, true).priceE8() == 194.27e8, "base first");
        pair.set(582.81e6, 3e18, 0);
        require(new SpotOracle(pair, false).priceE8() == 194.27e8, "quote first");
    }

    function test_RoundsDownAndFollowsThePair() public {
        SpotOracle oracle = new SpotOracle(pair, true);
        pair.set(3e18, 100e6, 0);
        require(oracle.priceE8() == 3_333_333_333, "33.33333333");
        pair.set(3e18, 200e6, 0);
        require(oracle.priceE8() == 6_666_666_666, "66.66666666");
    }

    function test_ReachesBothEndsOfWhatAPairCanHold() public {
        pair.set(type(uint112).max, 1, 0);
        require(new SpotOracle(pair, true).priceE8() == 0, "least");
        require(new SpotOracle(pair, false).priceE8() == uint256(type(uint112).max) * 1e20, "most");
    }

    function test_AnEmptyPairHasNoPrice() public {
        SpotOracle oracle = new SpotOracle(pair, true);
        VM.expectRevert(abi.encodeWithSelector(PairPrice.PairPrice_Empty.selector, address(pair)));
        oracle.priceE8();
    }
}
