// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// @title An ERC-20 whose whole supply exists from the start
/// @notice Stands for USDC (6 decimals) on the test chain. There is no mint and no burn, so the sum of all balances is `totalSupply` in
/// every block.
contract FixedSupplyToken {
    /// @param account who was asked to pay
    /// @param balance what it holds, in the smallest unit
    /// @param needed what the transfer wanted, in the smallest unit
    error FixedSupplyToken_InsufficientBalance(address account, uint256 balance, uint256 needed);

    /// @param spender who wanted to move the tokens
    /// @param allowance what it was allowed, in the smallest unit
    /// @param needed what the transfer wanted, in the smallest unit
    error FixedSupplyToken_InsufficientAllowance(address spender, uint256 allowance, uint256 needed);

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    string public name;
    string public symbol;
    uint8 public immutable decimals;
    uint256 public immutable totalSupply;
    mapping(address account => uint256 amount) public balanceOf;
    mapping(address owner => mapping(address spender => uint256 amount)) public allowance;

    /// @param name_ the token's name
    /// @param symbol_ the token's symbol
    /// @param decimals_ digits after the point
    /// @param supply the whole supply in the smallest unit, given to the deployer
    constructor(string memory name_, string memory symbol_, uint8 decimals_, uint256 supply) {
        name = name_;
        symbol = symbol_;
        decimals = decimals_;
        totalSupply = supply;
        balanceOf[msg.sender] = supply;
        emit Transfer(address(0), msg.sender, supply);
    }

    /// @notice Allows `spender` to move up to `value` of the caller's tokens; the largest number is never used up.
    function approve(address spender, uint256 value) external returns (bool) {
        allowance[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
        return true;
    }

    /// @notice Moves `value` of the caller's tokens to `to`.
    function transfer(address to, uint256 value) external returns (bool) {
        _move(msg.sender, to, value);
        return true;
    }

    /// @notice Moves `value` from `from` to `to` out of the caller's allowance.
    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed != type(uint256).max) {
            if (allowed < value) revert FixedSupplyToken_InsufficientAllowance(msg.sender, allowed, value);
            allowance[from][msg.sender] = allowed - value;
        }
        _move(from, to, value);
        return true;
    }

    /// @dev Takes `value` from one account and gives it to another.
    function _move(address from, address to, uint256 value) internal virtual {
        uint256 balance = balanceOf[from];
        if (balance < value) revert FixedSupplyToken_InsufficientBalance(from, balance, value);
        unchecked {
            // balance >= value was just checked, and no balance can exceed totalSupply, which fits
            balanceOf[from] = balance - value;
            balanceOf[to] += value;
        }
        emit Transfer(from, to, value);
    }
}
