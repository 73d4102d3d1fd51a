// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IPair, IToken} from "./IPoolAndToken.sol";

/// @title A searcher's stock on chain, and its one move
/// @notice Swaps an exact amount with the pair and reverts when the result is below what the owner needs. The owner computes
/// `minAmountOut` so that the trade, closed as it has planned, still earns its minimum profit after venue cost, gas and what it pays the builder;
/// so a revert here means that the pool or the order of the block has changed since the decision.
contract ArbitrageExecutor {
    /// @param caller who is not the owner
    error ArbitrageExecutor_NotOwner(address caller);

    /// @param amountOut what the pair would pay now, in the smallest unit
    /// @param minAmountOut what the owner needs, in the smallest unit
    error ArbitrageExecutor_BelowMinimumProfit(uint256 amountOut, uint256 minAmountOut);

    /// @param token the token that refused to move
    error ArbitrageExecutor_TransferFailed(address token);

    /// @param builder who refused to be paid
    /// @param payment in wei
    error ArbitrageExecutor_PaymentFailed(address builder, uint256 payment);

    address public immutable owner;
    IPair public immutable pair;
    IToken public immutable token0;
    IToken public immutable token1;

    /// @param owner_ the account that decides
    /// @param pair_ the Uniswap V2 pair to trade with
    constructor(address owner_, IPair pair_) {
        owner = owner_;
        pair = pair_;
        token0 = IToken(pair_.token0());
        token1 = IToken(pair_.token1());
    }

    modifier onlyOwner() {
        if (msg.sender != owner) revert ArbitrageExecutor_NotOwner(msg.sender);
        _;
    }

    /// @notice Swaps `amountIn` of one token of the pair for the other, out of this contract's own stock, and hands the ETH that comes with the
    /// call to the block's builder: paid for the place in the block, and only when the swap succeeds.
    /// @param zeroForOne true to pay token0 and receive token1
    /// @param amountIn in the smallest unit of the token paid
    /// @param minAmountOut least acceptable amount, in the smallest unit of the token received
    /// @return amountOut floor(amountIn·997·reserveOut / (reserveIn·1000 + amountIn·997)), Uniswap V2 whitepaper section 3.2.1
    function swap(bool zeroForOne, uint256 amountIn, uint256 minAmountOut) external payable onlyOwner returns (uint256 amountOut) {
        (uint256 reserve0, uint256 reserve1, ) = pair.getReserves();
        (uint256 reserveIn, uint256 reserveOut) = zeroForOne ? (reserve0, reserve1) : (reserve1, reserve0);
        uint256 amountInWithFee = amountIn * 997;
        amountOut = (amountInWithFee * reserveOut) / (reserveIn * 1000 + amountInWithFee);
        if (amountOut < minAmountOut) revert ArbitrageExecutor_BelowMinimumProfit(amountOut, minAmountOut);
        _send(zeroForOne ? token0 : token1, address(pair), amountIn);
        if (zeroForOne) pair.swap(0, amountOut, address(this), "");
        else pair.swap(amountOut, 0, address(this), "");
        if (msg.value > 0) _payBuilder();
    }

    /// @notice Sends stock to `to`, on its way to the reference market.
    /// @param token which token
    /// @param to the bridge's account
    /// @param amount in the token's smallest unit
    function withdraw(IToken token, address to, uint256 amount) external onlyOwner {
        _send(token, to, amount);
    }

    function _payBuilder() private {
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, ) = block.coinbase.call{value: msg.value}("");
        if (!success) revert ArbitrageExecutor_PaymentFailed(block.coinbase, msg.value);
    }

    function _send(IToken token, address to, uint256 amount) private {
        if (!token.transfer(to, amount)) revert ArbitrageExecutor_TransferFailed(address(token));
    }
}
