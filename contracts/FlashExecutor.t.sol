// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

// A failing test says what is wrong in words, and its name says what should be right; a low-level call shows the whole revert.
/* solhint-disable gas-custom-errors, func-name-mixedcase, avoid-low-level-calls */

import {RefusingToken} from "./ArbitrageExecutor.t.sol";
import {FixedSupplyToken} from "./FixedSupplyToken.sol";
import {FlashExecutor} from "./FlashExecutor.sol";
import {IPair, IToken} from "./IPoolAndToken.sol";

/// @dev Stands for a pair: pays what it is asked, lets the recipient act when there is data, and does not look at what comes in.
contract LendingPairDouble {
    IToken public immutable token0;
    IToken public immutable token1;
    uint112 private immutable _reserve0;
    uint112 private immutable _reserve1;
    /// @dev Who is said to have asked for a loan; whoever did when zero.
    address public claimedSender;
    /// @dev Whether it calls back even where nobody asked it to.
    bool public meddles;

    constructor(address token0_, address token1_, uint112 reserve0, uint112 reserve1) {
        token0 = IToken(token0_);
        token1 = IToken(token1_);
        _reserve0 = reserve0;
        _reserve1 = reserve1;
    }

    function claim(address sender) external {
        claimedSender = sender;
    }

    function meddle() external {
        meddles = true;
    }

    function getReserves() external view returns (uint112, uint112, uint32) {
        return (_reserve0, _reserve1, 0);
    }

    function swap(uint256 amount0Out, uint256 amount1Out, address to, bytes calldata data) external {
        if (amount0Out > 0) require(token0.transfer(to, amount0Out), "token0");
        if (amount1Out > 0) require(token1.transfer(to, amount1Out), "token1");
        if (data.length > 0 || meddles) callBack(FlashExecutor(to), amount0Out, amount1Out, data);
    }

    function callBack(FlashExecutor executor, uint256 amount0, uint256 amount1, bytes calldata data) public {
        executor.uniswapV2Call(claimedSender == address(0) ? msg.sender : claimedSender, amount0, amount1, data);
    }
}

interface IVm {
    function coinbase(address builder) external;
}

contract FlashExecutorTest {
    IVm private constant VM = IVm(address(uint160(uint256(keccak256("hevm cheat code")))));
    address private constant BUILDER = address(0xB17D);

    /// By hand: 100 of base out of 1,000/10,000 are owed ceil(10,000·100·1,000 / (900·997)) = ceil(1,114.45…) of quote, and bring
    /// floor(99,700·20,000 / (1,000,000 + 99,700)) = floor(1,813.22…) in 1,000/20,000.
    uint256 private constant AMOUNT = 100;
    uint256 private constant REPAYMENT = 1_115;
    uint256 private constant OUT = 1_813;
    uint256 private constant PROFIT = 698;

    FixedSupplyToken private base;
    FixedSupplyToken private quote;
    LendingPairDouble private cheap;
    LendingPairDouble private dear;
    FlashExecutor private executor;

    function setUp() public {
        base = new FixedSupplyToken("Base", "B", 18, 1e6);
        quote = new FixedSupplyToken("Quote", "Q", 6, 1e6);
        executor = new FlashExecutor(address(this), IToken(address(base)), IToken(address(quote)));
        (cheap, dear) = (_pair(1_000, 10_000), _pair(1_000, 20_000));
        VM.coinbase(BUILDER);
    }

    function test_CarriesFromTheCheapPairToTheDearOneAndKeepsTheDifference() public {
        require(_carry(0, PROFIT) == PROFIT, "answer");
        require(base.balanceOf(address(cheap)) == 900 && quote.balanceOf(address(cheap)) == 10_000 + REPAYMENT, "the cheap pair");
        require(base.balanceOf(address(dear)) == 1_100 && quote.balanceOf(address(dear)) == 20_000 - OUT, "the dear pair");
        require(base.balanceOf(address(executor)) == 0 && quote.balanceOf(address(executor)) == PROFIT, "the executor");
    }

    function test_TheSameWhereBaseIsTheOtherTokenOfThePair() public {
        // Of two orders of the same two tokens one is not that of setUp.
        (base, quote) = (quote, base);
        executor = new FlashExecutor(address(this), IToken(address(base)), IToken(address(quote)));
        (cheap, dear) = (_pair(1_000, 10_000), _pair(1_000, 20_000));
        require(executor.baseIsToken0() == (address(base) < address(quote)), "order");
        require(_carry(0, PROFIT) == PROFIT && quote.balanceOf(address(executor)) == PROFIT, "profit");
    }

    function test_RevertsBelowTheMinimumAndSaysBothAmounts() public {
        bytes memory expected = abi.encodeWithSelector(
            FlashExecutor.FlashExecutor_BelowMinimumProfit.selector,
            OUT,
            REPAYMENT + PROFIT + 1
        );
        _expectRevert(0, _carryCall(PROFIT + 1), expected);
    }

    function test_PaysTheBuilderExactlyWhatComesWithTheCall() public {
        _carry(12_345, PROFIT);
        require(BUILDER.balance == 12_345, "paid");
        require(address(executor).balance == 0, "kept");
    }

    function test_PaysNothingWhenItFails() public {
        uint256 held = address(this).balance;
        (bool success, ) = address(executor).call{value: 12_345}(_carryCall(PROFIT + 1));
        require(!success && BUILDER.balance == 0 && address(this).balance == held, "paid");
    }

    function test_RevertsWhenTheBuilderRefusesToBePaid() public {
        address builder = address(base); // takes no ETH
        VM.coinbase(builder);
        bytes memory expected = abi.encodeWithSelector(FlashExecutor.FlashExecutor_PaymentFailed.selector, builder, 1);
        _expectRevert(1, _carryCall(0), expected);
        require(_carry(0, PROFIT) == PROFIT, "nothing to refuse");
    }

    function test_OnlyTheOwnerDecides() public {
        executor = new FlashExecutor(address(0xA11CE), IToken(address(base)), IToken(address(quote)));
        bytes memory expected = abi.encodeWithSelector(FlashExecutor.FlashExecutor_NotOwner.selector, address(this));
        _expectRevert(0, _carryCall(0), expected);
        _expectRevert(0, abi.encodeCall(executor.withdraw, (IToken(address(quote)), address(this), 0)), expected);
    }

    function test_WithdrawsForItsOwner() public {
        _carry(0, 0);
        executor.withdraw(IToken(address(quote)), address(0xB41D6E), 600);
        require(quote.balanceOf(address(0xB41D6E)) == 600 && quote.balanceOf(address(executor)) == PROFIT - 600, "received");
    }

    function test_AStrangerCannotCallBack() public {
        bytes memory data = abi.encode(dear, 0, 0);
        bytes memory call = abi.encodeCall(executor.uniswapV2Call, (address(executor), 0, 0, data));
        _expectRevert(0, call, _unexpected(address(this)));
        // Nor can the pair that has lent before.
        _carry(0, 0);
        try cheap.callBack(executor, 0, 0, data) {
            require(false, "called back");
        } catch (bytes memory reason) {
            require(keccak256(reason) == keccak256(_unexpected(address(cheap))), "reason");
        }
    }

    function test_APairThatWasNotAskedCannotCallBackWhileAnotherLends() public {
        dear.meddle();
        dear.claim(address(executor));
        _expectRevert(0, _carryCall(0), _unexpected(address(dear)));
    }

    function test_TheLenderCannotCallBackForSomebodyElse() public {
        cheap.claim(address(this));
        _expectRevert(0, _carryCall(0), _unexpected(address(cheap)));
    }

    function test_RevertsWithMoreThanTheCheapPairHas() public {
        bytes memory underflow = abi.encodeWithSignature("Panic(uint256)", 0x11);
        bytes memory division = abi.encodeWithSignature("Panic(uint256)", 0x12);
        _expectRevert(0, abi.encodeCall(executor.carry, (IPair(address(cheap)), IPair(address(dear)), 1_001, 0)), underflow);
        _expectRevert(0, abi.encodeCall(executor.carry, (IPair(address(cheap)), IPair(address(dear)), 1_000, 0)), division);
    }

    function test_RevertsWhenATokenRefusesToMove() public {
        IToken refusing = new RefusingToken();
        bytes memory expected = abi.encodeWithSelector(FlashExecutor.FlashExecutor_TransferFailed.selector, refusing);
        _expectRevert(0, abi.encodeCall(executor.withdraw, (refusing, address(this), 1)), expected);
    }

    function _pair(uint112 reserveBase, uint112 reserveQuote) private returns (LendingPairDouble pair) {
        pair =
            address(base) < address(quote)
                ? new LendingPairDouble(address(base), address(quote), reserveBase, reserveQuote)
                : new LendingPairDouble(address(quote), address(base), reserveQuote, reserveBase);
        base.transfer(address(pair), reserveBase);
        quote.transfer(address(pair), reserveQuote);
    }

    function _carry(uint256 payment, uint256 minProfit) private returns (uint256) {
        return executor.carry{value: payment}(IPair(address(cheap)), IPair(address(dear)), AMOUNT, minProfit);
    }

    function _carryCall(uint256 minProfit) private view returns (bytes memory) {
        return abi.encodeCall(executor.carry, (IPair(address(cheap)), IPair(address(dear)), AMOUNT, minProfit));
    }

    function _unexpected(address caller) private pure returns (bytes memory) {
        return abi.encodeWithSelector(FlashExecutor.FlashExecutor_UnexpectedCallback.selector, caller);
    }

    function _expectRevert(uint256 payment, bytes memory data, bytes memory expected) private {
        (bool success, bytes memory reason) = address(executor).call{value: payment}(data);
        require(!success, "did not revert");
        require(keccak256(reason) == keccak256(expected), "reason");
    }
}
