// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// @title Stands in for the pair in the vault's test
/// @notice Its reserves are what a run recorded; all of its liquidity belongs to who deploys it.
contract RecordedPair {
    address public immutable token0;
    uint256 public constant totalSupply = 10 ** 24; // solhint-disable-line const-name-snakecase
    mapping(address account => uint256 amount) public balanceOf;
    mapping(address owner => mapping(address spender => uint256 amount)) public allowance;
    uint112 private reserve0;
    uint112 private reserve1;

    constructor(address token0_) {
        token0 = token0_;
        balanceOf[msg.sender] = totalSupply;
    }

    function record(uint112 reserve0_, uint112 reserve1_) external {
        reserve0 = reserve0_;
        reserve1 = reserve1_;
    }

    function approve(address spender, uint256 value) external returns (bool) {
        allowance[msg.sender][spender] = value;
        return true;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        balanceOf[msg.sender] -= value;
        balanceOf[to] += value;
        return true;
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        allowance[from][msg.sender] -= value;
        balanceOf[from] -= value;
        balanceOf[to] += value;
        return true;
    }

    function getReserves() external view returns (uint112, uint112, uint32) {
        return (reserve0, reserve1, uint32(block.timestamp));
    }
}
