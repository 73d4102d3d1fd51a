// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IPair, IToken} from "./IPoolAndToken.sol";

/// @title Arbitrage between two pairs of the same tokens, without capital
/// @notice Takes base out of the pair where it is cheap by a flash swap, sells it to the other, repays the first out of what it gets, and keeps the
/// rest: in one transaction, or not at all (Uniswap V2 whitepaper, section 2.3).
contract FlashExecutor {
    /// @param caller who is not the owner
    error FlashExecutor_NotOwner(address caller);

    /// @param caller who called back without being asked
    error FlashExecutor_UnexpectedCallback(address caller);

    /// @param out quote that the dear pair would pay now
    /// @param needed quote that repays the cheap pair and leaves what the owner needs
    error FlashExecutor_BelowMinimumProfit(uint256 out, uint256 needed);

    /// @param token the token that refused to move
    error FlashExecutor_TransferFailed(address token);

    /// @param builder who refused to be paid
    /// @param payment in wei
    error FlashExecutor_PaymentFailed(address builder, uint256 payment);

    address public immutable owner;
    IToken public immutable base;
    IToken public immutable quote;
    bool public immutable baseIsToken0;
    /// @dev The cheap pair while its flash swap is under way, else the zero address.
    address private _lender;

    /// @param owner_ the account that decides
    /// @param base_ the token that is carried from pair to pair
    /// @param quote_ the token in which the profit is kept
    constructor(address owner_, IToken base_, IToken quote_) {
        owner = owner_;
        base = base_;
        quote = quote_;
        baseIsToken0 = address(base_) < address(quote_);
    }

    modifier onlyOwner() {
        if (msg.sender != owner) revert FlashExecutor_NotOwner(msg.sender);
        _;
    }

    /// @notice Carries `amount` of base from the cheap pair to the dear one, and hands the ETH that comes with the call to the block's builder.
    /// @param cheap the pair that lends the base
    /// @param dear the pair that buys it
    /// @param amount of base, in its smallest unit
    /// @param minProfit least acceptable profit, in the smallest unit of quote
    /// @return profit out − repayment: floor(amount·997·y / (x·1000 + amount·997)) of the dear pair, less ceil(y·amount·1000 / ((x − amount)·997)) of
    /// the cheap one, the least that its check of the product lets pass (Uniswap V2 whitepaper, section 3.2.1)
    function carry(IPair cheap, IPair dear, uint256 amount, uint256 minProfit) external payable onlyOwner returns (uint256 profit) {
        uint256 repayment;
        {
            (uint256 x, uint256 y) = _reserves(cheap);
            uint256 divisor = (x - amount) * 997;
            repayment = (y * amount * 1000 + divisor - 1) / divisor;
        }
        uint256 out;
        {
            (uint256 x, uint256 y) = _reserves(dear);
            uint256 amountWithFee = amount * 997;
            out = (amountWithFee * y) / (x * 1000 + amountWithFee);
        }
        if (out < repayment + minProfit) revert FlashExecutor_BelowMinimumProfit(out, repayment + minProfit);
        profit = out - repayment;
        _lender = address(cheap);
        _take(cheap, base, amount, abi.encode(dear, out, repayment));
        _lender = address(0);
        if (msg.value > 0) _payBuilder();
    }

    /// @notice The cheap pair's call, when it has lent the base: sells it and repays.
    /// @param sender who asked the pair for it: this contract
    /// @param amount0 of token0 that was lent
    /// @param amount1 of token1 that was lent
    /// @param data the dear pair, what it pays, and what is owed
    function uniswapV2Call(address sender, uint256 amount0, uint256 amount1, bytes calldata data) external {
        if (msg.sender != _lender || sender != address(this)) revert FlashExecutor_UnexpectedCallback(msg.sender);
        (IPair dear, uint256 out, uint256 repayment) = abi.decode(data, (IPair, uint256, uint256));
        _send(base, address(dear), amount0 + amount1);
        _take(dear, quote, out, "");
        _send(quote, msg.sender, repayment);
    }

    /// @notice Sends what was earned to `to`.
    /// @param token which token
    /// @param to who gets it
    /// @param amount in the token's smallest unit
    function withdraw(IToken token, address to, uint256 amount) external onlyOwner {
        _send(token, to, amount);
    }

    function _reserves(IPair pair) private view returns (uint256 x, uint256 y) {
        (uint256 reserve0, uint256 reserve1, ) = pair.getReserves();
        (x, y) = baseIsToken0 ? (reserve0, reserve1) : (reserve1, reserve0);
    }

    function _take(IPair pair, IToken token, uint256 amount, bytes memory data) private {
        if ((token == base) == baseIsToken0) pair.swap(amount, 0, address(this), data);
        else pair.swap(0, amount, address(this), data);
    }

    function _payBuilder() private {
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, ) = block.coinbase.call{value: msg.value}("");
        if (!success) revert FlashExecutor_PaymentFailed(block.coinbase, msg.value);
    }

    function _send(IToken token, address to, uint256 amount) private {
        if (!token.transfer(to, amount)) revert FlashExecutor_TransferFailed(address(token));
    }
}
