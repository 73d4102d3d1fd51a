// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// @title An ERC-20 that keeps a part of what is sent
/// @notice Stands for the tokens whose transfers cost something: the recipient gets less than the sender pays. Its deployer alone pays nothing, so that a
/// test can hand out whole amounts.
contract FeeOnTransferToken {
    /// @param account who was asked to pay
    /// @param balance what it holds, in the smallest unit
    /// @param needed what the transfer wanted, in the smallest unit
    error FeeOnTransferToken_InsufficientBalance(address account, uint256 balance, uint256 needed);

    /// @param spender who wanted to move the tokens
    /// @param allowance what it was allowed, in the smallest unit
    /// @param needed what the transfer wanted, in the smallest unit
    error FeeOnTransferToken_InsufficientAllowance(address spender, uint256 allowance, uint256 needed);

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    uint256 private constant MILLION = 1_000_000;

    string public name;
    string public symbol;
    uint8 public immutable decimals;
    uint256 public immutable totalSupply;
    /// @notice Kept of every transfer, in parts of 10^6, rounded down.
    uint256 public immutable transferFee;
    address public immutable deployer;
    mapping(address account => uint256 amount) public balanceOf;
    mapping(address owner => mapping(address spender => uint256 amount)) public allowance;

    /// @param supply the whole supply in the smallest unit, given to the deployer
    /// @param transferFee_ in parts of 10^6
    constructor(string memory name_, string memory symbol_, uint8 decimals_, uint256 supply, uint256 transferFee_) {
        name = name_;
        symbol = symbol_;
        decimals = decimals_;
        totalSupply = supply;
        transferFee = transferFee_;
        deployer = msg.sender;
        balanceOf[msg.sender] = supply;
        emit Transfer(address(0), msg.sender, supply);
    }

    /// @notice Allows `spender` to move up to `value` of the caller's tokens; the largest number is never used up.
    function approve(address spender, uint256 value) external returns (bool) {
        allowance[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
        return true;
    }

    /// @notice Takes `value` from the caller, and gives `to` what is left of it.
    function transfer(address to, uint256 value) external returns (bool) {
        _move(msg.sender, to, value);
        return true;
    }

    /// @notice Takes `value` from `from` out of the caller's allowance, and gives `to` what is left of it.
    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed != type(uint256).max) {
            if (allowed < value) revert FeeOnTransferToken_InsufficientAllowance(msg.sender, allowed, value);
            allowance[from][msg.sender] = allowed - value;
        }
        _move(from, to, value);
        return true;
    }

    /// @dev What is kept goes to the token's own address.
    function _move(address from, address to, uint256 value) private {
        uint256 balance = balanceOf[from];
        if (balance < value) revert FeeOnTransferToken_InsufficientBalance(from, balance, value);
        uint256 fee = from == deployer ? 0 : (value * transferFee) / MILLION;
        balanceOf[from] = balance - value;
        balanceOf[to] += value - fee;
        emit Transfer(from, to, value - fee);
        if (fee == 0) return;
        balanceOf[address(this)] += fee;
        emit Transfer(from, address(this), fee);
    }
}
