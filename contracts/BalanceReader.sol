// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IPair, IToken} from "./IPoolAndToken.sol";

/// @title Every balance of the run in one call
/// @notice Read once a block, so that the ledger can be held against the chain to the wei. The loop is written in assembly, since this call is
/// most of what a run costs: it takes half the steps of the same loop in Solidity.
contract BalanceReader {
    /// @notice a token or the pair refused to answer
    error BalanceReader_CallFailed();

    // Assembly reads constants only when they are plain numbers.
    bytes4 private constant BALANCE_OF = 0x70a08231; // IToken.balanceOf.selector
    bytes4 private constant GET_RESERVES = 0x0902f1ac; // IPair.getReserves.selector
    bytes4 private constant TOTAL_SUPPLY = 0x18160ddd; // IPair.totalSupply.selector
    bytes4 private constant CALL_FAILED = 0xe5563675; // BalanceReader_CallFailed.selector

    IPair public immutable pair;
    IToken public immutable weth;
    IToken public immutable usdc;
    address[] private _accounts;

    /// @param pair_ the pair; its liquidity token is read as a third token
    /// @param weth_ the risky token
    /// @param usdc_ the numeraire
    /// @param accounts in the order in which `read` answers
    constructor(IPair pair_, IToken weth_, IToken usdc_, address[] memory accounts) {
        pair = pair_;
        weth = weth_;
        usdc = usdc_;
        _accounts = accounts;
    }

    /// @return values four numbers an account, in the order given at construction: WETH, USDC, liquidity tokens and wei of ETH; then the
    /// pair's two reserves and the supply of its liquidity token
    function read() external view returns (uint256[] memory values) {
        (IPair p, IToken w, IToken u) = (pair, weth, usdc);
        uint256 count = _accounts.length;
        values = new uint256[](4 * count + 3);
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            // The call data stands in scratch space: the selector at 0x00, the account at 0x04, 36 bytes in all.
            mstore(0x00, _accounts.slot)
            let slot := keccak256(0x00, 0x20)
            let out := add(values, 0x20)
            let ok := 1
            mstore(0x00, BALANCE_OF)
            for {
                let end := add(slot, count)
            } lt(slot, end) {
                slot := add(slot, 1)
            } {
                let account := sload(slot)
                mstore(0x04, account)
                ok := and(ok, staticcall(gas(), w, 0x00, 0x24, out, 0x20))
                ok := and(ok, staticcall(gas(), u, 0x00, 0x24, add(out, 0x20), 0x20))
                ok := and(ok, staticcall(gas(), p, 0x00, 0x24, add(out, 0x40), 0x20))
                mstore(add(out, 0x60), balance(account))
                out := add(out, 0x80)
            }
            mstore(0x00, GET_RESERVES)
            ok := and(ok, staticcall(gas(), p, 0x00, 0x04, out, 0x40))
            mstore(0x00, TOTAL_SUPPLY)
            ok := and(ok, staticcall(gas(), p, 0x00, 0x04, add(out, 0x40), 0x20))
            if iszero(ok) {
                mstore(0x00, CALL_FAILED)
                revert(0x00, 0x04)
            }
        }
    }
}
