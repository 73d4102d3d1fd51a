// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {ILendingToken} from "./ILendingToken.sol";
import {IPriceOracle} from "./IPriceOracle.sol";

/// @title Loans of USDC against WETH, liquidated by auction
/// @notice One lender, one position a borrower. A position below the liquidation ratio goes into an auction of two phases, as Maker's
/// collateral auctions of March 2020 did (makerdao/dss, flip.sol): bids for the whole lot rise to the tab, then the lot that is taken for
/// the tab falls. What is bid below the debt is the lender's bad debt.
contract LendingMarket {
    /// @param collateral WETH held, in wei
    /// @param debt USDC lent, in the smallest unit
    struct Position {
        uint256 collateral;
        uint256 debt;
    }

    /// @param borrower whose position it was
    /// @param startedAt unix seconds
    /// @param winner best bidder so far; zero before the first bid
    /// @param endsAt unix seconds, the first at which no bid is taken
    /// @param collateral WETH for sale
    /// @param debt USDC lent
    /// @param tab USDC wanted: debt and penalty
    /// @param lot WETH that the best bidder takes
    /// @param bid USDC that the best bidder has paid
    struct Auction {
        address borrower;
        uint48 startedAt;
        address winner;
        uint48 endsAt;
        uint256 collateral;
        uint256 debt;
        uint256 tab;
        uint256 lot;
        uint256 bid;
    }

    /// @param borrower who was to borrow nothing
    error LendingMarket_NoDebt(address borrower);
    /// @param borrower who has a position already
    error LendingMarket_PositionExists(address borrower);
    /// @param borrower who has none
    error LendingMarket_NoPosition(address borrower);
    /// @notice The position may not be opened: collateral·price is below debt·ratio.
    error LendingMarket_Unsafe(uint256 collateral, uint256 debt, uint256 priceE8);
    /// @notice The position may not be liquidated: collateral·price is not below debt·ratio.
    error LendingMarket_Safe(uint256 collateral, uint256 debt, uint256 priceE8);
    /// @param id that was not begun yet, or is settled
    error LendingMarket_NoAuction(uint256 id);
    /// @param endsAt unix seconds, the first at which no bid is taken
    error LendingMarket_AuctionEnded(uint256 id, uint256 endsAt);
    /// @param endsAt unix seconds, the first at which it can be settled or begun again
    error LendingMarket_AuctionOpen(uint256 id, uint256 endsAt);
    /// @notice While bids are below the tab, they are for the whole lot.
    error LendingMarket_NotTheLot(uint256 lot, uint256 wholeLot);
    /// @notice Nobody pays more than the tab.
    error LendingMarket_AboveTab(uint256 amount, uint256 tab);
    /// @param best what was bid before; a better bid exceeds it by the least increase, or is the tab
    error LendingMarket_BidTooLow(uint256 amount, uint256 best);
    /// @notice Once the tab was bid, every bid pays it.
    error LendingMarket_NotTheTab(uint256 amount, uint256 tab);
    /// @param best what was taken before; a better bid takes less by the least increase
    error LendingMarket_LotTooLarge(uint256 lot, uint256 best);
    /// @param id that nobody bid in, which is begun again and not settled
    error LendingMarket_NoBid(uint256 id);
    /// @param id that somebody bid in, which is settled and not begun again
    error LendingMarket_HasBid(uint256 id);
    /// @param token the token that refused to move
    error LendingMarket_TransferFailed(address token);

    event Opened(address indexed borrower, uint256 collateral, uint256 debt);
    event Kicked(uint256 indexed id, address indexed borrower, uint256 lot, uint256 tab);
    event Bid(uint256 indexed id, address indexed bidder, uint256 lot, uint256 amount);
    event Settled(uint256 indexed id, address indexed winner, uint256 lot, uint256 bid, uint256 debt);
    event Restarted(uint256 indexed id);

    uint256 private constant PPM = 1e6;
    /// @dev Brings debt·ratioPpm to the unit of collateral·priceE8, 10^-26 USDC: 26 digits less USDC's 6 and the ratio's 6.
    uint256 private constant VALUE_OF_RATED_DEBT = 1e14;

    ILendingToken public immutable weth;
    ILendingToken public immutable usdc;
    IPriceOracle public immutable oracle;
    address public immutable lender;
    uint256 public immutable liquidationRatioPpm;
    uint256 public immutable penaltyPpm;
    uint256 public immutable minIncreasePpm;
    uint48 public immutable bidSeconds;
    uint48 public immutable auctionSeconds;

    /// @notice The auction that the next kick begins; the first is 1.
    uint256 public nextId = 1;
    mapping(address borrower => Position position) public positions;
    mapping(uint256 id => Auction auction) private _auctions;

    /// @param weth_ collateral, 18 decimals
    /// @param usdc_ what is lent, 6 decimals
    /// @param oracle_ names the price at which positions are judged
    /// @param lender_ whose USDC is lent, after it approved this contract
    /// @param liquidationRatioPpm_ least value of collateral over debt, in parts of 10^6
    /// @param penaltyPpm_ what the tab adds to the debt, in parts of 10^6 of it
    /// @param minIncreasePpm_ by how much a bid must better the last, in parts of 10^6
    /// @param bidSeconds_ how long a bid must stand to win
    /// @param auctionSeconds_ how long an auction takes at most
    constructor(
        ILendingToken weth_,
        ILendingToken usdc_,
        IPriceOracle oracle_,
        address lender_,
        uint256 liquidationRatioPpm_,
        uint256 penaltyPpm_,
        uint256 minIncreasePpm_,
        uint48 bidSeconds_,
        uint48 auctionSeconds_
    ) {
        weth = weth_;
        usdc = usdc_;
        oracle = oracle_;
        lender = lender_;
        liquidationRatioPpm = liquidationRatioPpm_;
        penaltyPpm = penaltyPpm_;
        minIncreasePpm = minIncreasePpm_;
        bidSeconds = bidSeconds_;
        auctionSeconds = auctionSeconds_;
    }

    /// @notice Takes the caller's WETH as collateral and pays the lender's USDC to `borrower`.
    /// @param borrower whose position it becomes
    /// @param collateral WETH, in wei
    /// @param debt USDC, in the smallest unit, at least 1
    function open(address borrower, uint256 collateral, uint256 debt) external {
        if (debt == 0) revert LendingMarket_NoDebt(borrower);
        if (positions[borrower].debt != 0) revert LendingMarket_PositionExists(borrower);
        uint256 priceE8 = oracle.priceE8();
        if (_isUnsafe(collateral, debt, priceE8)) revert LendingMarket_Unsafe(collateral, debt, priceE8);
        positions[borrower] = Position(collateral, debt);
        emit Opened(borrower, collateral, debt);
        _pull(weth, msg.sender, address(this), collateral);
        _pull(usdc, lender, borrower, debt);
    }

    /// @notice Closes an unsafe position and puts all of it up for sale; anybody may.
    /// @return id the auction
    function kick(address borrower) external returns (uint256 id) {
        Position memory position = positions[borrower];
        if (position.debt == 0) revert LendingMarket_NoPosition(borrower);
        uint256 priceE8 = oracle.priceE8();
        if (!_isUnsafe(position.collateral, position.debt, priceE8)) revert LendingMarket_Safe(position.collateral, position.debt, priceE8);
        delete positions[borrower];
        id = nextId;
        nextId = id + 1;
        // The penalty is rounded up.
        uint256 tab = position.debt + (position.debt * penaltyPpm + PPM - 1) / PPM;
        Auction storage auction = _auctions[id];
        auction.borrower = borrower;
        auction.collateral = position.collateral;
        auction.debt = position.debt;
        auction.tab = tab;
        auction.lot = position.collateral;
        _start(auction);
        emit Kicked(id, borrower, position.collateral, tab);
    }

    /// @notice Betters the best bid: pays `amount` of the caller's USDC now, for `lot`, and gives the bidder before his back.
    /// @param id the auction
    /// @param lot WETH to take: all of it while bids are below the tab, afterwards less than the last
    /// @param amount USDC: more than the last bid and at most the tab, afterwards the tab
    function bid(uint256 id, uint256 lot, uint256 amount) external {
        Auction storage auction = _auctionOf(id);
        if (block.timestamp >= auction.endsAt) revert LendingMarket_AuctionEnded(id, auction.endsAt);
        (uint256 bestLot, uint256 best) = (auction.lot, auction.bid);
        _checkBid(lot, amount, bestLot, best, auction.tab);
        address outbid = auction.winner;
        uint256 bidEnd = block.timestamp + bidSeconds;
        uint256 auctionEnd = uint256(auction.startedAt) + auctionSeconds;
        auction.winner = msg.sender;
        auction.endsAt = uint48(bidEnd < auctionEnd ? bidEnd : auctionEnd);
        auction.lot = lot;
        auction.bid = amount;
        emit Bid(id, msg.sender, lot, amount);
        _pull(usdc, msg.sender, address(this), amount);
        _send(usdc, outbid, best);
    }

    /// @notice Ends an auction that had a bid: the lot to its winner, the rest of the collateral to the borrower, the bid to the lender.
    /// @param id the auction
    function settle(uint256 id) external {
        Auction memory auction = _endedAuctionOf(id);
        if (auction.winner == address(0)) revert LendingMarket_NoBid(id);
        delete _auctions[id];
        emit Settled(id, auction.winner, auction.lot, auction.bid, auction.debt);
        _send(weth, auction.winner, auction.lot);
        _send(weth, auction.borrower, auction.collateral - auction.lot);
        _send(usdc, lender, auction.bid);
    }

    /// @notice Begins an auction again that ended without a bid.
    /// @param id the auction
    function restart(uint256 id) external {
        if (_endedAuctionOf(id).winner != address(0)) revert LendingMarket_HasBid(id);
        _start(_auctions[id]);
        emit Restarted(id);
    }

    /// @return what is for sale; all zero when there is no such auction, or none any more
    function auctions(uint256 id) external view returns (Auction memory) {
        return _auctions[id];
    }

    function _start(Auction storage auction) private {
        auction.startedAt = uint48(block.timestamp);
        auction.endsAt = uint48(block.timestamp) + auctionSeconds;
    }

    function _pull(ILendingToken token, address from, address to, uint256 amount) private {
        if (!token.transferFrom(from, to, amount)) revert LendingMarket_TransferFailed(address(token));
    }

    /// @dev Where there is nothing to send, no token is called.
    function _send(ILendingToken token, address to, uint256 amount) private {
        if (amount > 0 && !token.transfer(to, amount)) revert LendingMarket_TransferFailed(address(token));
    }

    function _auctionOf(uint256 id) private view returns (Auction storage auction) {
        auction = _auctions[id];
        if (auction.startedAt == 0) revert LendingMarket_NoAuction(id);
    }

    function _endedAuctionOf(uint256 id) private view returns (Auction storage auction) {
        auction = _auctionOf(id);
        if (block.timestamp < auction.endsAt) revert LendingMarket_AuctionOpen(id, auction.endsAt);
    }

    /// @dev Below the tab a bid is at least (1 + increase) times the last, or the tab; at the tab a lot times (1 + increase) is at most the last.
    function _checkBid(uint256 lot, uint256 amount, uint256 bestLot, uint256 best, uint256 tab) private view {
        uint256 increasedPpm = PPM + minIncreasePpm;
        if (best < tab) {
            if (lot != bestLot) revert LendingMarket_NotTheLot(lot, bestLot);
            if (amount > tab) revert LendingMarket_AboveTab(amount, tab);
            if (amount <= best || (amount < tab && amount * PPM < best * increasedPpm)) revert LendingMarket_BidTooLow(amount, best);
        } else {
            if (amount != tab) revert LendingMarket_NotTheTab(amount, tab);
            if (lot >= bestLot || lot * increasedPpm > bestLot * PPM) revert LendingMarket_LotTooLarge(lot, bestLot);
        }
    }

    function _isUnsafe(uint256 collateral, uint256 debt, uint256 priceE8) private view returns (bool) {
        return collateral * priceE8 < debt * VALUE_OF_RATED_DEBT * liquidationRatioPpm;
    }
}
