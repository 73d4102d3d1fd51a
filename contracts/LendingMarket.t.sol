// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

// A failing test says what is wrong in words, and its name says what should be right.
/* solhint-disable gas-custom-errors, func-name-mixedcase */

import {FixedSupplyToken} from "./FixedSupplyToken.sol";
import {LendingFixture, RefusingToken} from "./LendingFixture.t.sol";
import {LendingMarket} from "./LendingMarket.sol";

contract LendingMarketTest is LendingFixture {
    function test_KnowsItsTerms() public view {
        require(address(market.weth()) == address(weth) && address(market.usdc()) == address(usdc), "tokens");
        require(address(market.oracle()) == address(oracle) && market.lender() == LENDER, "oracle and lender");
        require(market.liquidationRatioPpm() == 1_500_000 && market.penaltyPpm() == 130_000, "ratio and penalty");
        require(market.minIncreasePpm() == 30_000 && market.bidSeconds() == 600, "increase and time of a bid");
        require(market.auctionSeconds() == 21_600 && market.nextId() == 1, "time of an auction, first id");
    }

    function test_OpenTakesTheCallersCollateralAndPaysTheLendersMoney() public {
        VM.expectEmit(address(market));
        emit LendingMarket.Opened(CARL, COLLATERAL, DEBT);
        market.open(CARL, COLLATERAL, DEBT);
        (uint256 collateral, uint256 debt) = market.positions(CARL);
        require(collateral == COLLATERAL && debt == DEBT, "position");
        require(weth.balanceOf(address(market)) == COLLATERAL, "collateral");
        require(weth.balanceOf(address(this)) == 1_000_000e18 - COLLATERAL, "the caller's");
        require(usdc.balanceOf(CARL) == DEBT && usdc.balanceOf(LENDER) == RICHES - DEBT, "the loan");
    }

    function test_OpenRefusesOneUnitTooMuch() public {
        VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_Unsafe.selector, COLLATERAL, DEBT + 1, 200e8));
        market.open(CARL, COLLATERAL, DEBT + 1);
    }

    function test_OpenRefusesNoDebtAndASecondPosition() public {
        VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_NoDebt.selector, CARL));
        market.open(CARL, COLLATERAL, 0);
        market.open(CARL, COLLATERAL, 1);
        VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_PositionExists.selector, CARL));
        market.open(CARL, COLLATERAL, 1);
    }

    function test_OpenNeedsCollateralAndMoney() public {
        bytes4 refusal = FixedSupplyToken.FixedSupplyToken_InsufficientBalance.selector;
        VM.expectRevert(abi.encodeWithSelector(refusal, address(this), 1_000_000e18, 1_000_000e18 + 1));
        market.open(CARL, 1_000_000e18 + 1, DEBT);
        VM.expectRevert(abi.encodeWithSelector(refusal, LENDER, RICHES, RICHES + 1));
        market.open(CARL, 10_000e18, RICHES + 1);
    }

    function testFuzz_TheRatioIsExact(uint256 collateral, uint256 priceE8) public {
        collateral = 1 + (collateral % 1_000_000e18);
        priceE8 = 1e8 + (priceE8 % 100_000e8);
        oracle.poke(priceE8);
        // collateral·price is in 10^-26 USDC, and 1.5 of a unit of debt are 1.5·10^20 of them.
        uint256 most = (collateral * priceE8) / 1.5e20;
        if (most + 1 <= RICHES) {
            VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_Unsafe.selector, collateral, most + 1, priceE8));
            market.open(CARL, collateral, most + 1);
        }
        if (most == 0 || most > RICHES) return;
        market.open(CARL, collateral, most);
        VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_Safe.selector, collateral, most, priceE8));
        market.kick(CARL);
        // The first price, rounded down to whole units, at which the same debt is too much.
        oracle.poke((most * 1.5e20 - 1) / collateral);
        require(market.kick(CARL) == 1, "kicked");
    }

    function test_AProductThatDoesNotFitIsAPanic() public {
        VM.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        market.open(CARL, type(uint256).max, DEBT);
        VM.expectRevert(abi.encodeWithSignature("Panic(uint256)", 0x11));
        market.open(CARL, COLLATERAL, type(uint256).max);
    }

    function test_KickRefusesWhoeverHasNoPosition() public {
        VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_NoPosition.selector, CARL));
        market.kick(CARL);
    }

    function test_AtTheRatioAPositionIsSafeAndAUnitOfPriceBelowItIsNot() public {
        market.open(CARL, 75e18, 10_000e6);
        VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_Safe.selector, 75e18, 10_000e6, 200e8));
        market.kick(CARL);
        oracle.poke(200e8 - 1);
        require(market.kick(CARL) == 1, "kicked");
    }

    function test_KickPutsTheWholePositionUpForSale() public {
        market.open(CARL, COLLATERAL, DEBT);
        oracle.poke(200e8 - 1);
        VM.expectEmit(address(market));
        emit LendingMarket.Kicked(1, CARL, COLLATERAL, TAB);
        VM.prank(BOB);
        require(market.kick(CARL) == 1, "the first id");
        LendingMarket.Auction memory auction = market.auctions(1);
        require(auction.borrower == CARL && auction.winner == address(0), "whose, and nobody's yet");
        require(auction.startedAt == NOON && auction.endsAt == NOON + 21_600, "times");
        require(auction.collateral == COLLATERAL && auction.lot == COLLATERAL, "lot");
        require(auction.debt == DEBT && auction.tab == TAB && auction.bid == 0, "debt, tab and bid");
        (uint256 collateral, uint256 debt) = market.positions(CARL);
        require(collateral == 0 && debt == 0, "the position is closed");
        require(weth.balanceOf(address(market)) == COLLATERAL, "nothing has moved");
    }

    function test_AfterAKickTheBorrowerMayOpenAgainAndTheNextAuctionIsTheSecond() public {
        _kicked();
        market.open(CARL, COLLATERAL, 1);
        oracle.poke(0);
        require(market.kick(CARL) == 2 && market.nextId() == 3, "ids");
        // 13 % of one unit, rounded up.
        require(market.auctions(2).tab == 2, "tab");
    }

    function test_SaysSoWhenATokenRefusesWithoutARevert() public {
        address deaf = address(new RefusingToken(false));
        address stingy = address(new RefusingToken(true));
        LendingMarket unpaid = _marketOf(deaf, stingy, 0, 0);
        VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_TransferFailed.selector, deaf));
        unpaid.open(CARL, COLLATERAL, DEBT);
        LendingMarket unpaying = _marketOf(stingy, stingy, 0, 0);
        unpaying.open(CARL, COLLATERAL, DEBT);
        oracle.poke(100e8);
        unpaying.kick(CARL);
        unpaying.bid(1, COLLATERAL, 1);
        VM.expectRevert(abi.encodeWithSelector(LendingMarket.LendingMarket_TransferFailed.selector, stingy));
        unpaying.bid(1, COLLATERAL, 2);
    }
}
