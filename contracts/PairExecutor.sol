// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IToken} from "./IPoolAndToken.sol";
import {PairRouter} from "./PairRouter.sol";

/// @title A searcher's stock on chain beside a pair of any fee
/// @notice Does what `ArbitrageExecutor` does beside the published pair: swaps an exact amount and reverts when it got less than its owner needs.
contract PairExecutor {
    /// @param caller who is not the owner
    error PairExecutor_NotOwner(address caller);

    /// @param token the token that refused to move
    error PairExecutor_TransferFailed(address token);

    /// @param builder who refused to be paid
    /// @param payment in wei
    error PairExecutor_PaymentFailed(address builder, uint256 payment);

    address public immutable owner;
    PairRouter public immutable router;

    /// @param owner_ the account that decides
    /// @param router_ of the pair to trade with
    constructor(address owner_, PairRouter router_) {
        owner = owner_;
        router = router_;
    }

    modifier onlyOwner() {
        if (msg.sender != owner) revert PairExecutor_NotOwner(msg.sender);
        _;
    }

    /// @notice Swaps `amountIn` of one token of the pair for the other, out of this contract's own stock, and hands the ETH that comes with the
    /// call to the block's builder: paid for the place in the block, and only when the swap succeeds.
    /// @param zeroForOne true to pay token0 and receive token1
    /// @param amountIn in the smallest unit of the token paid
    /// @param minAmountOut least acceptable amount, in the smallest unit of the token received
    /// @return amountOut what this contract got
    function swap(bool zeroForOne, uint256 amountIn, uint256 minAmountOut) external payable onlyOwner returns (uint256 amountOut) {
        _send(zeroForOne ? router.token0() : router.token1(), address(router.pair()), amountIn);
        amountOut = router.swapReceived(zeroForOne, minAmountOut, address(this));
        if (msg.value > 0) _payBuilder();
    }

    /// @notice Sends stock to `to`, on its way to the reference market.
    /// @param token which token
    /// @param to the bridge's account
    /// @param amount in the token's smallest unit
    function withdraw(address token, address to, uint256 amount) external onlyOwner {
        _send(token, to, amount);
    }

    function _payBuilder() private {
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, ) = block.coinbase.call{value: msg.value}("");
        if (!success) revert PairExecutor_PaymentFailed(block.coinbase, msg.value);
    }

    /// @dev A token that answers nothing, or true, has moved; one that answers false has not.
    function _send(address token, address to, uint256 amount) private {
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory answer) = token.call(abi.encodeCall(IToken.transfer, (to, amount)));
        if (!success || (answer.length > 0 && !abi.decode(answer, (bool)))) revert PairExecutor_TransferFailed(token);
    }
}
