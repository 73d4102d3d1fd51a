// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

import {IPair, IToken} from "./IPoolAndToken.sol";

/// @title Every balance of the run in one call
/// @notice Read once a block, so that the ledger can be held against the chain to the wei.
contract BalanceReader {
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
        uint256 count = _accounts.length;
        values = new uint256[](4 * count + 3);
        for (uint256 i = 0; i < count; ++i) {
            address account = _accounts[i];
            values[4 * i] = weth.balanceOf(account);
            values[4 * i + 1] = usdc.balanceOf(account);
            values[4 * i + 2] = IToken(address(pair)).balanceOf(account);
            values[4 * i + 3] = account.balance;
        }
        (values[4 * count], values[4 * count + 1], ) = pair.getReserves();
        values[4 * count + 2] = pair.totalSupply();
    }
}
