// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

// A failing test says what is wrong in words, and its name says what should be right; a low-level call shows the whole revert.
/* solhint-disable gas-custom-errors, func-name-mixedcase, avoid-low-level-calls */

import {ArbitrageExecutor} from "./ArbitrageExecutor.sol";
import {FixedSupplyToken} from "./FixedSupplyToken.sol";
import {IPair, IToken} from "./IPoolAndToken.sol";

/// @dev Stands for the pair: holds both tokens and pays what it is asked, so that what is asked can be looked at.
contract PairDouble {
    address public immutable token0;
    address public immutable token1;

    constructor(address token0_, address token1_) {
        token0 = token0_;
        token1 = token1_;
    }

    function getReserves() external pure returns (uint112, uint112, uint32) {
        return (5e18, 10e18, 0);
    }

    function swap(uint256 amount0Out, uint256 amount1Out, address to, bytes calldata data) external {
        require(data.length == 0, "no callback is asked for");
        if (amount0Out > 0) require(IToken(token0).transfer(to, amount0Out), "token0");
        if (amount1Out > 0) require(IToken(token1).transfer(to, amount1Out), "token1");
    }
}

interface ICheats {
    function coinbase(address builder) external;
}

contract ArbitrageExecutorTest {
    ICheats private constant CHEATS = ICheats(address(uint160(uint256(keccak256("hevm cheat code")))));
    address private constant BUILDER = address(0xB17D);

    /// One token into 5/10 and into 10/5: Uniswap/v2-core, test/UniswapV2Pair.spec.ts.
    uint256 private constant ZERO_FOR_ONE = 1662497915624478906;
    uint256 private constant ONE_FOR_ZERO = 453305446940074565;

    FixedSupplyToken private token0;
    FixedSupplyToken private token1;
    PairDouble private pair;
    ArbitrageExecutor private executor;

    function setUp() public {
        token0 = new FixedSupplyToken("Zero", "0", 18, 100e18);
        token1 = new FixedSupplyToken("One", "1", 18, 100e18);
        pair = new PairDouble(address(token0), address(token1));
        executor = new ArbitrageExecutor(address(this), IPair(address(pair)));
        token0.transfer(address(pair), 5e18);
        token1.transfer(address(pair), 10e18);
        token0.transfer(address(executor), 2e18);
        token1.transfer(address(executor), 2e18);
    }

    function test_KnowsItsPairAndOwner() public view {
        require(executor.owner() == address(this) && address(executor.pair()) == address(pair), "owner and pair");
        require(address(executor.token0()) == address(token0), "token0");
        require(address(executor.token1()) == address(token1), "token1");
    }

    function test_SwapsZeroForOneAtThePublishedAmount() public {
        require(executor.swap(true, 1e18, ZERO_FOR_ONE) == ZERO_FOR_ONE, "answer");
        require(token0.balanceOf(address(executor)) == 1e18, "paid");
        require(token1.balanceOf(address(executor)) == 2e18 + ZERO_FOR_ONE, "received");
        require(token0.balanceOf(address(pair)) == 6e18, "the pair was paid");
    }

    function test_SwapsOneForZeroAtThePublishedAmount() public {
        require(executor.swap(false, 1e18, ONE_FOR_ZERO) == ONE_FOR_ZERO, "answer");
        require(token1.balanceOf(address(executor)) == 1e18, "paid");
        require(token0.balanceOf(address(executor)) == 2e18 + ONE_FOR_ZERO, "received");
    }

    function test_RevertsBelowTheMinimumAndSaysBothAmounts() public {
        bytes memory expected = abi.encodeWithSelector(
            ArbitrageExecutor.ArbitrageExecutor_BelowMinimumProfit.selector,
            ZERO_FOR_ONE,
            ZERO_FOR_ONE + 1
        );
        _expectRevert(address(executor), abi.encodeCall(executor.swap, (true, 1e18, ZERO_FOR_ONE + 1)), expected);
        require(token0.balanceOf(address(executor)) == 2e18, "nothing was paid");
    }

    function test_RevertsWithMoreThanItsStock() public {
        bytes memory expected = abi.encodeWithSelector(
            FixedSupplyToken.FixedSupplyToken_InsufficientBalance.selector,
            address(executor),
            2e18,
            3e18
        );
        _expectRevert(address(executor), abi.encodeCall(executor.swap, (true, 3e18, 0)), expected);
    }

    function test_PaysTheBuilderExactlyWhatComesWithTheCall() public {
        CHEATS.coinbase(BUILDER);
        executor.swap{value: 12_345}(true, 1e18, ZERO_FOR_ONE);
        require(BUILDER.balance == 12_345, "paid");
        require(address(executor).balance == 0, "kept");
    }

    function test_PaysNothingWhenItFails() public {
        CHEATS.coinbase(BUILDER);
        uint256 held = address(this).balance;
        (bool success, ) = address(executor).call{value: 12_345}(abi.encodeCall(executor.swap, (true, 1e18, ZERO_FOR_ONE + 1)));
        require(!success && BUILDER.balance == 0 && address(this).balance == held, "paid");
    }

    function test_RevertsWhenTheBuilderRefusesToBePaid() public {
        address builder = address(token0); // takes no ETH
        CHEATS.coinbase(builder);
        bytes memory expected = abi.encodeWithSelector(ArbitrageExecutor.ArbitrageExecutor_PaymentFailed.selector, builder, 1);
        (bool success, bytes memory reason) = address(executor).call{value: 1}(abi.encodeCall(executor.swap, (true, 1e18, 0)));
        require(!success && keccak256(reason) == keccak256(expected), "reason");
        require(token1.balanceOf(address(executor)) == 2e18, "the swap stands");
        require(executor.swap(true, 1e18, 0) == ZERO_FOR_ONE, "nothing to refuse");
    }

    function test_WithdrawsForItsOwner() public {
        executor.withdraw(IToken(address(token1)), address(0xB41D6E), 5e17);
        require(token1.balanceOf(address(0xB41D6E)) == 5e17, "received");
        require(token1.balanceOf(address(executor)) == 15e17, "paid");
    }

    function test_OnlyTheOwnerDecides() public {
        ArbitrageExecutor foreign = new ArbitrageExecutor(address(0xA11CE), IPair(address(pair)));
        bytes memory expected = abi.encodeWithSelector(ArbitrageExecutor.ArbitrageExecutor_NotOwner.selector, address(this));
        _expectRevert(address(foreign), abi.encodeCall(foreign.swap, (true, 1, 0)), expected);
        _expectRevert(address(foreign), abi.encodeCall(foreign.withdraw, (IToken(address(token0)), address(this), 0)), expected);
    }

    function test_RevertsWhenATokenRefusesToMove() public {
        address refusing = address(new RefusingToken());
        ArbitrageExecutor other = new ArbitrageExecutor(address(this), IPair(address(new PairDouble(refusing, address(token1)))));
        bytes memory expected = abi.encodeWithSelector(ArbitrageExecutor.ArbitrageExecutor_TransferFailed.selector, refusing);
        _expectRevert(address(other), abi.encodeCall(other.swap, (true, 1e18, 0)), expected);
        _expectRevert(address(other), abi.encodeCall(other.withdraw, (IToken(refusing), address(this), 1)), expected);
    }

    function _expectRevert(address target, bytes memory data, bytes memory expected) private {
        (bool success, bytes memory reason) = target.call(data);
        require(!success, "did not revert");
        require(keccak256(reason) == keccak256(expected), "reason");
    }
}

/// @dev Answers false where a token should have moved.
contract RefusingToken is IToken {
    function transfer(address, uint256) external pure returns (bool) {
        return false;
    }

    function balanceOf(address) external pure returns (uint256) {
        return 0;
    }
}
