// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {FeedOracle} from "./FeedOracle.sol";
import {FixedSupplyToken} from "./FixedSupplyToken.sol";
import {ILendingToken} from "./ILendingToken.sol";
import {LendingMarket} from "./LendingMarket.sol";

/// @dev Moves the clock, acts for others, and looks at errors and events.
interface IVm {
    function warp(uint256 time) external;

    function prank(address caller) external;

    function expectRevert(bytes calldata reason) external;

    function expectEmit(address emitter) external;
}

/// @dev Lets tokens be pulled or not, and never sent, without a revert.
contract RefusingToken {
    bool public immutable pulls;

    constructor(bool pulls_) {
        pulls = pulls_;
    }

    function transferFrom(address, address, uint256) external view returns (bool) {
        return pulls;
    }

    function transfer(address, uint256) external pure returns (bool) {
        return false;
    }
}

/// @dev A market at 200 USDC per WETH with 150 % liquidation ratio, 13 % penalty, 3 % increase, ten minutes a bid and six hours an auction.
abstract contract LendingFixture {
    IVm internal constant VM = IVm(address(uint160(uint256(keccak256("hevm cheat code")))));
    address internal constant LENDER = address(0x1E4D);
    address internal constant CARL = address(0xCA51);
    address internal constant ALICE = address(0xA11CE);
    address internal constant BOB = address(0xB0B);
    uint256 internal constant NOON = 1_584_014_400;
    uint256 internal constant RICHES = 1_000_000e6;

    /// 100 WETH at 200 USDC carry 20,000/1.5 USDC, rounded down.
    uint256 internal constant COLLATERAL = 100e18;
    uint256 internal constant DEBT = 13_333_333_333;
    /// 13 % of the debt are 1,733,333,333.29 units, rounded up.
    uint256 internal constant TAB = DEBT + 1_733_333_334;

    FixedSupplyToken internal weth;
    FixedSupplyToken internal usdc;
    FeedOracle internal oracle;
    LendingMarket internal market;

    function setUp() public virtual {
        VM.warp(NOON);
        weth = new FixedSupplyToken("Wrapped Ether", "WETH", 18, 1_000_000e18);
        usdc = new FixedSupplyToken("USD Coin", "USDC", 6, 10 * RICHES);
        oracle = new FeedOracle(address(this), 200e8);
        market = _market(130_000, 30_000);
        usdc.transfer(LENDER, RICHES);
        usdc.transfer(ALICE, RICHES);
        usdc.transfer(BOB, RICHES);
    }

    function _market(uint256 penaltyPpm, uint256 minIncreasePpm) internal returns (LendingMarket made) {
        made = _marketOf(address(weth), address(usdc), penaltyPpm, minIncreasePpm);
        weth.approve(address(made), type(uint256).max);
        address[3] memory payers = [LENDER, ALICE, BOB];
        for (uint256 i = 0; i < 3; ++i) {
            VM.prank(payers[i]);
            usdc.approve(address(made), type(uint256).max);
        }
    }

    function _marketOf(address base, address quote, uint256 penaltyPpm, uint256 minIncreasePpm) internal returns (LendingMarket) {
        (ILendingToken b, ILendingToken q) = (ILendingToken(base), ILendingToken(quote));
        return new LendingMarket(b, q, oracle, LENDER, 1_500_000, penaltyPpm, minIncreasePpm, 600, 21_600);
    }

    /// @dev Carl's position, opened at 200 and kicked at 100.
    function _kicked() internal returns (uint256 id) {
        market.open(CARL, COLLATERAL, DEBT);
        oracle.poke(100e8);
        id = market.kick(CARL);
    }

    function _bid(address bidder, uint256 id, uint256 lot, uint256 amount) internal {
        VM.prank(bidder);
        market.bid(id, lot, amount);
    }

    function _refused(address bidder, uint256 id, uint256 lot, uint256 amount, bytes memory reason) internal {
        VM.expectRevert(reason);
        _bid(bidder, id, lot, amount);
    }
}
