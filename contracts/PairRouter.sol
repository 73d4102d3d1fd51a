// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IFullPair, IFullToken} from "./IFullPair.sol";

/// @title What a router has to know of a pair that has a Uniswap V2 pair's functions
struct PairTerms {
    /// @dev Parts of which a swap's fee is counted.
    uint256 whole;
    /// @dev Of them, those that are traded; unless the pair is asked.
    uint256 kept;
    /// @dev A function of the pair without arguments that says what part of `whole` is kept as fee; 0 where the fee is fixed.
    bytes4 feeGetter;
    /// @dev A function `(uint256 amountIn, address tokenIn) returns (uint256 amountOut)` of the pair; 0 where reserves and fee say it.
    bytes4 quoteGetter;
    /// @dev What the tokens themselves keep of a transfer, in parts of 10^6.
    uint256 transferFee0;
    uint256 transferFee1;
}

/// @title A router of one pair
/// @notice The functions of Uniswap's router that a crash calls, for pairs of another fee and tokens that keep a part of what is sent. A swap pays what
/// the pair has really received, and its minimum is compared with what the recipient has really got.
contract PairRouter {
    /// @param deadline that has passed, unix seconds
    error PairRouter_Expired(uint256 deadline);

    /// @param amountOut what the recipient got, in the smallest unit
    /// @param minAmountOut what it wanted, in the smallest unit
    error PairRouter_BelowMinimum(uint256 amountOut, uint256 minAmountOut);

    /// @param token the token that refused to move
    error PairRouter_TransferFailed(address token);

    /// @param getter the function of the pair that gave no answer
    error PairRouter_GetterFailed(bytes4 getter);

    /// @param tokenA neither or only one of the pair's tokens
    /// @param tokenB the other one that was named
    error PairRouter_OtherTokens(address tokenA, address tokenB);

    uint256 private constant MILLION = 1_000_000;

    IFullPair public immutable pair;
    address public immutable token0;
    address public immutable token1;
    uint256 public immutable whole;
    uint256 public immutable kept;
    bytes4 public immutable feeGetter;
    bytes4 public immutable quoteGetter;
    uint256 public immutable transferFee0;
    uint256 public immutable transferFee1;

    /// @param pair_ the pair
    /// @param terms how its swaps are quoted
    constructor(IFullPair pair_, PairTerms memory terms) {
        pair = pair_;
        token0 = pair_.token0();
        token1 = pair_.token1();
        whole = terms.whole;
        kept = terms.kept;
        feeGetter = terms.feeGetter;
        quoteGetter = terms.quoteGetter;
        transferFee0 = terms.transferFee0;
        transferFee1 = terms.transferFee1;
    }

    modifier inTime(uint256 deadline) {
        if (block.timestamp > deadline) revert PairRouter_Expired(deadline);
        _;
    }

    /// @notice What somebody gets who sends `amountIn` now.
    /// @param zeroForOne true to pay token0 and receive token1
    /// @param amountIn in the smallest unit, before what the token keeps of it
    /// @return amountOut in the smallest unit, after what the other token keeps of it; rounded down
    function quote(bool zeroForOne, uint256 amountIn) external view returns (uint256 amountOut) {
        (uint256 feeIn, uint256 feeOut) = zeroForOne ? (transferFee0, transferFee1) : (transferFee1, transferFee0);
        uint256 out = outputFor(zeroForOne, amountIn - (amountIn * feeIn) / MILLION);
        return out - (out * feeOut) / MILLION;
    }

    /// @notice What the pair may be asked for once it has received `received`.
    /// @param zeroForOne true where token0 was received
    /// @return floor(in·kept·reserveOut / (reserveIn·whole + in·kept)), Uniswap V2 whitepaper section 3.2.1, or what the pair itself says
    function outputFor(bool zeroForOne, uint256 received) public view returns (uint256) {
        if (quoteGetter != 0) return _ask(abi.encodeWithSelector(quoteGetter, received, zeroForOne ? token0 : token1), quoteGetter);
        (uint256 reserve0, uint256 reserve1, ) = pair.getReserves();
        (uint256 reserveIn, uint256 reserveOut) = zeroForOne ? (reserve0, reserve1) : (reserve1, reserve0);
        uint256 traded = received * (feeGetter == 0 ? kept : whole - _ask(abi.encodePacked(feeGetter), feeGetter));
        uint256 divisor = reserveIn * whole + traded;
        return divisor == 0 ? 0 : (traded * reserveOut) / divisor;
    }

    /// @notice As Uniswap's router: swaps an exact input along a path of the pair's two tokens.
    function swapExactTokensForTokens(
        uint256 amountIn,
        uint256 minAmountOut,
        address[] calldata path,
        address to,
        uint256 deadline
    ) external inTime(deadline) returns (uint256 amountOut) {
        bool zeroForOne = _isInOrder(path[0], path[1]);
        _sendFrom(path[0], address(pair), amountIn);
        return swapReceived(zeroForOne, minAmountOut, to);
    }

    /// @notice Swaps what lies in the pair above its reserves: whoever calls has sent it there before.
    /// @param zeroForOne true where token0 was sent
    /// @param minAmountOut least that the recipient must get, in the smallest unit
    function swapReceived(bool zeroForOne, uint256 minAmountOut, address to) public returns (uint256 amountOut) {
        (address tokenIn, address tokenOut) = zeroForOne ? (token0, token1) : (token1, token0);
        (uint256 reserve0, uint256 reserve1, ) = pair.getReserves();
        uint256 received = IFullToken(tokenIn).balanceOf(address(pair)) - (zeroForOne ? reserve0 : reserve1);
        uint256 asked = outputFor(zeroForOne, received);
        uint256 before = IFullToken(tokenOut).balanceOf(to);
        if (zeroForOne) pair.swap(0, asked, to, "");
        else pair.swap(asked, 0, to, "");
        amountOut = IFullToken(tokenOut).balanceOf(to) - before;
        if (amountOut < minAmountOut) revert PairRouter_BelowMinimum(amountOut, minAmountOut);
    }

    /// @notice As Uniswap's router: deposits as much of both as fits the reserves.
    function addLiquidity(
        address tokenA,
        address tokenB,
        uint256 amountA,
        uint256 amountB,
        uint256,
        uint256,
        address to,
        uint256 deadline
    ) external inTime(deadline) returns (uint256 liquidity) {
        (uint256 reserve0, uint256 reserve1, ) = pair.getReserves();
        (uint256 reserveA, uint256 reserveB) = _isInOrder(tokenA, tokenB) ? (reserve0, reserve1) : (reserve1, reserve0);
        if (reserveA > 0 && reserveB > 0) {
            uint256 fitting = (amountA * reserveB) / reserveA;
            if (fitting <= amountB) amountB = fitting;
            else amountA = (amountB * reserveA) / reserveB;
        }
        _sendFrom(tokenA, address(pair), amountA);
        _sendFrom(tokenB, address(pair), amountB);
        return pair.mint(to);
    }

    /// @notice As Uniswap's router: turns liquidity back into both tokens.
    function removeLiquidity(
        address tokenA,
        address tokenB,
        uint256 liquidity,
        uint256,
        uint256,
        address to,
        uint256 deadline
    ) external inTime(deadline) {
        _isInOrder(tokenA, tokenB);
        _sendFrom(address(pair), address(pair), liquidity);
        pair.burn(to);
    }

    function _isInOrder(address tokenA, address tokenB) private view returns (bool) {
        if (tokenA == token0 && tokenB == token1) return true;
        if (tokenA != token1 || tokenB != token0) revert PairRouter_OtherTokens(tokenA, tokenB);
        return false;
    }

    function _ask(bytes memory call, bytes4 getter) private view returns (uint256) {
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory answer) = address(pair).staticcall(call);
        if (!success || answer.length < 32) revert PairRouter_GetterFailed(getter);
        return abi.decode(answer, (uint256));
    }

    /// @dev A token that answers nothing, or true, has moved; one that answers false has not.
    function _sendFrom(address token, address to, uint256 amount) private {
        bytes memory call = abi.encodeCall(IFullToken.transferFrom, (msg.sender, to, amount));
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory answer) = token.call(call);
        if (!success || (answer.length > 0 && !abi.decode(answer, (bool)))) revert PairRouter_TransferFailed(token);
    }
}
