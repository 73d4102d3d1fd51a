// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

// A failing test says what is wrong in words, and its name says what should be right.
/* solhint-disable gas-custom-errors, func-name-mixedcase */

import {FixedSupplyToken} from "./FixedSupplyToken.sol";
import {LendingFixture} from "./LendingFixture.t.sol";
import {LendingMarket} from "./LendingMarket.sol";

contract LendingMarketAuctionsTest is LendingFixture {
    /// Debt and tab of 50, 100 of collateral, 5 % increase: makerdao/dss, src/test/flip.t.sol, test_beg, and what it answers.
    function test_TakesAndRefusesTheBidsOfMakersOwnTest() public {
        market = _market(0, 50_000);
        oracle.poke(0.75e8);
        market.open(CARL, 100e18, 50e6);
        oracle.poke(0.74e8);
        uint256 id = market.kick(CARL);
        _bid(ALICE, id, 100e18, 1e6);
        _refused(BOB, id, 100e18, 1.01e6, abi.encodeWithSelector(LendingMarket.LendingMarket_BidTooLow.selector, 1.01e6, 1e6));
        _refused(ALICE, id, 100e18, 1.01e6, abi.encodeWithSelector(LendingMarket.LendingMarket_BidTooLow.selector, 1.01e6, 1e6));
        _bid(BOB, id, 100e18, 1.07e6);
        _bid(ALICE, id, 100e18, 49e6);
        _bid(BOB, id, 100e18, 50e6);
        _refused(ALICE, id, 100e18, 50e6, abi.encodeWithSelector(LendingMarket.LendingMarket_LotTooLarge.selector, 100e18, 100e18));
        _refused(ALICE, id, 99e18, 50e6, abi.encodeWithSelector(LendingMarket.LendingMarket_LotTooLarge.selector, 99e18, 100e18));
        _bid(ALICE, id, 95e18, 50e6);
        VM.warp(NOON + 600);
        market.settle(id);
        require(weth.balanceOf(ALICE) == 95e18 && weth.balanceOf(CARL) == 5e18, "lot and leftover");
        require(usdc.balanceOf(ALICE) == RICHES - 50e6 && usdc.balanceOf(BOB) == RICHES, "paid and given back");
        require(usdc.balanceOf(LENDER) == RICHES, "the lender is whole");
    }

    function test_AFirstBidIsAtLeastOneUnit() public {
        uint256 id = _kicked();
        _refused(ALICE, id, COLLATERAL, 0, abi.encodeWithSelector(LendingMarket.LendingMarket_BidTooLow.selector, 0, 0));
        VM.expectEmit(address(market));
        emit LendingMarket.Bid(id, ALICE, COLLATERAL, 1);
        _bid(ALICE, id, COLLATERAL, 1);
        LendingMarket.Auction memory auction = market.auctions(id);
        require(auction.winner == ALICE && auction.bid == 1 && auction.lot == COLLATERAL, "the best bid");
        require(auction.startedAt == NOON && auction.endsAt == NOON + 600, "times");
    }

    function test_WhileBidsRiseTheLotIsWholeAndTheTabTheMost() public {
        uint256 id = _kicked();
        bytes memory reason = abi.encodeWithSelector(LendingMarket.LendingMarket_NotTheLot.selector, COLLATERAL - 1, COLLATERAL);
        _refused(ALICE, id, COLLATERAL - 1, 5, reason);
        reason = abi.encodeWithSelector(LendingMarket.LendingMarket_NotTheLot.selector, COLLATERAL + 1, COLLATERAL);
        _refused(ALICE, id, COLLATERAL + 1, TAB, reason);
        reason = abi.encodeWithSelector(LendingMarket.LendingMarket_AboveTab.selector, TAB + 1, TAB);
        _refused(ALICE, id, COLLATERAL, TAB + 1, reason);
    }

    function test_AnIncreaseIsExactAndGivesTheBidderBeforeHisBack() public {
        uint256 id = _kicked();
        _bid(ALICE, id, COLLATERAL, 1_000_001);
        // 3 % above are 1,030,001.03.
        bytes memory reason = abi.encodeWithSelector(LendingMarket.LendingMarket_BidTooLow.selector, 1_030_001, 1_000_001);
        _refused(BOB, id, COLLATERAL, 1_030_001, reason);
        _bid(BOB, id, COLLATERAL, 1_030_002);
        require(usdc.balanceOf(ALICE) == RICHES, "given back");
        require(usdc.balanceOf(BOB) == RICHES - 1_030_002, "paid");
        require(usdc.balanceOf(address(market)) == 1_030_002, "held");
        _bid(BOB, id, COLLATERAL, 2_000_000);
        require(usdc.balanceOf(BOB) == RICHES - 2_000_000, "he may outbid himself");
    }

    function test_WithoutAnIncreaseABidStillHasToBeBetter() public {
        market = _market(130_000, 0);
        uint256 id = _kicked();
        _bid(ALICE, id, COLLATERAL, 7);
        _refused(BOB, id, COLLATERAL, 7, abi.encodeWithSelector(LendingMarket.LendingMarket_BidTooLow.selector, 7, 7));
        _bid(BOB, id, COLLATERAL, TAB);
        bytes memory reason = abi.encodeWithSelector(LendingMarket.LendingMarket_LotTooLarge.selector, COLLATERAL, COLLATERAL);
        _refused(ALICE, id, COLLATERAL, TAB, reason);
        _bid(ALICE, id, COLLATERAL - 1, TAB);
    }

    function test_AtTheTabTheLotFallsAndThePriceStays() public {
        uint256 id = _kicked();
        _bid(ALICE, id, COLLATERAL, TAB - 1);
        // Less than 3 % more, and yet enough: it is the tab.
        _bid(BOB, id, COLLATERAL, TAB);
        bytes memory reason = abi.encodeWithSelector(LendingMarket.LendingMarket_NotTheTab.selector, TAB - 1, TAB);
        _refused(ALICE, id, 90e18, TAB - 1, reason);
        reason = abi.encodeWithSelector(LendingMarket.LendingMarket_NotTheTab.selector, TAB + 1, TAB);
        _refused(ALICE, id, 90e18, TAB + 1, reason);
        // 100/1.03, rounded down to the wei.
        uint256 most = 97_087_378_640_776_699_029;
        reason = abi.encodeWithSelector(LendingMarket.LendingMarket_LotTooLarge.selector, most + 1, COLLATERAL);
        _refused(ALICE, id, most + 1, TAB, reason);
        _bid(ALICE, id, most, TAB);
        require(usdc.balanceOf(BOB) == RICHES && usdc.balanceOf(address(market)) == TAB, "given back and held");
        _bid(BOB, id, 0, TAB);
        _refused(ALICE, id, 0, TAB, abi.encodeWithSelector(LendingMarket.LendingMarket_LotTooLarge.selector, 0, 0));
    }

    function test_ABidTooRichForItsBidderIsRefusedWhole() public {
        uint256 id = _kicked();
        VM.prank(ALICE);
        usdc.transfer(BOB, RICHES - 9);
        bytes4 refusal = FixedSupplyToken.FixedSupplyToken_InsufficientBalance.selector;
        _refused(ALICE, id, COLLATERAL, 10, abi.encodeWithSelector(refusal, ALICE, 9, 10));
        require(market.auctions(id).winner == address(0), "nobody has bid");
    }

    function test_EachBidGivesTenMinutesAndTheAuctionSixHours() public {
        uint256 id = _kicked();
        VM.warp(NOON + 21_599);
        _bid(ALICE, id, COLLATERAL, 1);
        require(market.auctions(id).endsAt == NOON + 21_600, "no longer than the auction");
        _refusedLate(id, 21_600);

        oracle.poke(200e8);
        market.open(CARL, COLLATERAL, DEBT);
        oracle.poke(100e8);
        VM.warp(NOON + 30_000);
        id = market.kick(CARL);
        _bid(ALICE, id, COLLATERAL, 1);
        VM.warp(NOON + 30_599);
        _bid(BOB, id, COLLATERAL, 2);
        require(market.auctions(id).endsAt == NOON + 31_199, "ten minutes from the last bid");
        _refusedLate(id, 31_199);
    }

    function test_NobodyBidsOnWhatIsNotForSale() public {
        bytes memory reason = abi.encodeWithSelector(LendingMarket.LendingMarket_NoAuction.selector, 1);
        _refused(ALICE, 1, 0, 0, reason);
        VM.expectRevert(reason);
        market.settle(1);
        VM.expectRevert(reason);
        market.restart(1);
    }

    function test_SettlePaysThePenaltyToTheLenderAndTheRestToTheBorrower() public {
        uint256 id = _kicked();
        _bid(ALICE, id, COLLATERAL, TAB);
        _bid(BOB, id, 80e18, TAB);
        VM.warp(NOON + 599);
        VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_AuctionOpen.selector, id, NOON + 600));
        market.settle(id);
        VM.warp(NOON + 600);
        VM.expectEmit(address(market));
        emit LendingMarket.Settled(id, BOB, 80e18, TAB, DEBT);
        market.settle(id);
        require(weth.balanceOf(BOB) == 80e18 && weth.balanceOf(CARL) == 20e18, "lot and leftover");
        require(usdc.balanceOf(LENDER) == RICHES + TAB - DEBT, "the lender gains the penalty");
        require(weth.balanceOf(address(market)) == 0 && usdc.balanceOf(address(market)) == 0, "nothing is left behind");
        VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_NoAuction.selector, id));
        market.settle(id);
        require(market.auctions(id).borrower == address(0), "the auction is gone");
    }

    function test_WonForOneUnitTheLenderBearsTheDebt() public {
        uint256 id = _kicked();
        _bid(ALICE, id, COLLATERAL, 1);
        VM.warp(NOON + 600);
        VM.expectEmit(address(market));
        emit LendingMarket.Settled(id, ALICE, COLLATERAL, 1, DEBT);
        market.settle(id);
        require(weth.balanceOf(ALICE) == COLLATERAL && usdc.balanceOf(ALICE) == RICHES - 1, "a winner for almost nothing");
        require(usdc.balanceOf(LENDER) == RICHES - DEBT + 1, "bad debt");
        require(weth.balanceOf(CARL) == 0 && usdc.balanceOf(CARL) == DEBT, "the borrower keeps the loan");
    }

    function test_WithoutABidAnAuctionIsNotSettledButBegunAgain() public {
        uint256 id = _kicked();
        VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_AuctionOpen.selector, id, NOON + 21_600));
        market.restart(id);
        VM.warp(NOON + 21_600);
        VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_NoBid.selector, id));
        market.settle(id);
        VM.warp(NOON + 30_000);
        VM.expectEmit(address(market));
        emit LendingMarket.Restarted(id);
        market.restart(id);
        require(market.auctions(id).startedAt == NOON + 30_000 && market.auctions(id).endsAt == NOON + 51_600, "times");
        require(market.auctions(id).lot == COLLATERAL && market.auctions(id).tab == TAB, "lot and tab stay");
        _bid(ALICE, id, COLLATERAL, 1);
        VM.warp(NOON + 30_600);
        VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_HasBid.selector, id));
        market.restart(id);
    }

    function _refusedLate(uint256 id, uint256 end) private {
        VM.warp(NOON + end - 1);
        uint256 best = market.auctions(id).bid;
        bytes memory reason = abi.encodeWithSelector(LendingMarket.LendingMarket_BidTooLow.selector, best, best);
        _refused(BOB, id, COLLATERAL, best, reason);
        VM.warp(NOON + end);
        reason = abi.encodeWithSelector(LendingMarket.LendingMarket_AuctionEnded.selector, id, NOON + end);
        _refused(BOB, id, COLLATERAL, best * 2, reason);
    }
}
