// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

// A failing test says what is wrong in words, and its name says what should be right.
/* solhint-disable gas-custom-errors, func-name-mixedcase */

import {AverageOracle} from "./AverageOracle.sol";
import {IVm} from "./LendingFixture.t.sol";
import {PairPrice} from "./PairPrice.sol";
import {PairPricesDouble} from "./PairPricesDouble.t.sol";

contract AverageOracleTest {
    IVm private constant VM = IVm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 private constant NOON = 1_584_014_400;
    uint256 private constant ONE = 2 ** 112;

    PairPricesDouble private pair;

    function setUp() public {
        VM.warp(NOON);
        pair = new PairPricesDouble();
        pair.set(3e18, 3e18, NOON);
    }

    /// Reserves 3/3 for ten seconds, then 6/2 for ten: Uniswap/v2-core, test/UniswapV2Pair.spec.ts, price{0,1}CumulativeLast.
    function test_AveragesThePublishedAccumulators() public {
        AverageOracle first = new AverageOracle(pair, true, 20);
        AverageOracle second = new AverageOracle(pair, false, 20);
        require(first.priceE8() == 1e20 && second.priceE8() == 1e20, "both begin with the spot price");
        pair.set(6e18, 2e18, NOON + 10);
        pair.setCumulative(10 * ONE, 10 * ONE);
        VM.warp(NOON + 20);
        // (1 + 1/3)/2 and (1 + 3)/2, the pair untouched since the tenth second.
        VM.expectEmit(address(first));
        emit AverageOracle.Poked(66_666_666_666_666_666_666);
        first.poke();
        second.poke();
        require(first.priceE8() == 66_666_666_666_666_666_666 && second.priceE8() == 2e20, "averages");
        require(first.cumulativeLast() == 10 * ONE + 10 * ((2 * ONE) / 6), "token1 per token0");
        require(second.cumulativeLast() == 10 * ONE + 10 * 3 * ONE, "token0 per token1");
        require(first.updatedAt() == NOON + 20, "time");
    }

    function test_IsTheSameWhetherOrNotThePairWasTouched() public {
        AverageOracle oracle = new AverageOracle(pair, true, 20);
        pair.set(6e18, 2e18, NOON + 20);
        pair.setCumulative(10 * ONE + 10 * ((2 * ONE) / 6), 0);
        VM.warp(NOON + 20);
        oracle.poke();
        require(oracle.priceE8() == 66_666_666_666_666_666_666, "average");
    }

    function test_APriceThatLastedNoTimeCountsForNothing() public {
        AverageOracle oracle = new AverageOracle(pair, true, 600);
        pair.setCumulative(600 * ONE, 600 * ONE);
        pair.set(3_000_000e18, 1, NOON + 600);
        VM.warp(NOON + 600);
        oracle.poke();
        require(oracle.priceE8() == 1e20, "the price that lasted");
    }

    function test_RoundsDown() public {
        pair.set(1_000e18, 200_000e6, NOON);
        AverageOracle oracle = new AverageOracle(pair, true, 600);
        require(oracle.priceE8() == 200e8, "spot");
        VM.warp(NOON + 600);
        oracle.poke();
        // 2·10^-10 is no whole number of 2^-112.
        require(oracle.priceE8() == 200e8 - 1, "average");
    }

    function test_RefusesBeforeThePeriodIsOver() public {
        AverageOracle oracle = new AverageOracle(pair, true, 600);
        VM.warp(NOON + 599);
        VM.expectRevert(abi.encodeWithSelector(AverageOracle.AverageOracle_TooEarly.selector, 599, 600));
        oracle.poke();
        VM.warp(NOON + 600);
        VM.prank(address(0xA11CE));
        oracle.poke();
        VM.warp(NOON + 601);
        VM.expectRevert(abi.encodeWithSelector(AverageOracle.AverageOracle_TooEarly.selector, 1, 600));
        oracle.poke();
    }

    function test_SecondsWrapAndSoDoesTheSum() public {
        VM.warp(2 ** 32 - 5);
        pair.set(3e18, 3e18, 2 ** 32 - 5);
        pair.setCumulative(type(uint256).max - 4 * ONE, 0);
        AverageOracle oracle = new AverageOracle(pair, true, 12);
        VM.warp(2 ** 32 + 7);
        oracle.poke();
        require(oracle.priceE8() == 1e20, "average");
        require(oracle.updatedAt() == 7 && oracle.cumulativeLast() == 8 * ONE - 1, "wrapped");
    }

    function test_RefusesAnEmptyPairAndNoPeriod() public {
        VM.expectRevert(abi.encodeWithSelector(AverageOracle.AverageOracle_NoPeriod.selector, 0));
        new AverageOracle(pair, true, 0);
        pair.set(0, 0, 0);
        VM.expectRevert(abi.encodeWithSelector(PairPrice.PairPrice_Empty.selector, address(pair)));
        new AverageOracle(pair, true, 1);
    }

    function test_AnAverageThatDoesNotFitIsAPanic() public {
        AverageOracle oracle = new AverageOracle(pair, true, 1);
        pair.set(3e18, 3e18, NOON + 1);
        pair.setCumulative(2 ** 190, 0);
        VM.warp(NOON + 1);
        VM.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        oracle.poke();
    }
}
