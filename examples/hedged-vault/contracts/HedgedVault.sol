// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// @title The part of a Uniswap V2 pair that the vault calls
interface IPair {
    function token0() external view returns (address);

    function totalSupply() external view returns (uint256);

    function getReserves() external view returns (uint112 reserve0, uint112 reserve1, uint32 updatedAt);

    function transfer(address to, uint256 value) external returns (bool);

    function transferFrom(address from, address to, uint256 value) external returns (bool);
}

/// @title A vault of a pair's liquidity whose keeper sells short elsewhere what its depositors are exposed to
/// @notice A share is a liquidity token in the vault, an ERC-20 itself. What the keeper reports is what it says of itself: its short position, its margin and its profits are not on this chain.
contract HedgedVault {
    error HedgedVault_NotKeeper(address caller);
    error HedgedVault_TransferFailed();

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);
    event Hedged(uint256 short, uint256 exposure);

    // Named as ERC-20 names them.
    // solhint-disable const-name-snakecase
    string public constant name = "Hedged liquidity";
    string public constant symbol = "HEDGED";
    uint8 public constant decimals = 18;
    // solhint-enable const-name-snakecase

    IPair public immutable pair;
    address public immutable keeper;
    bool private immutable isBaseFirst;
    uint256 public totalSupply;
    mapping(address account => uint256 amount) public balanceOf;
    mapping(address owner => mapping(address spender => uint256 amount)) public allowance;
    /// @notice Base that the keeper says it is short, in its smallest unit.
    uint256 public hedge;

    /// @param base the pair's token whose price is hedged
    constructor(IPair pair_, address base, address keeper_) {
        pair = pair_;
        keeper = keeper_;
        isBaseFirst = pair_.token0() == base;
    }

    /// @notice Takes liquidity tokens, which the caller has approved, for as many shares.
    function deposit(uint256 liquidity) external {
        totalSupply += liquidity;
        balanceOf[msg.sender] += liquidity;
        emit Transfer(address(0), msg.sender, liquidity);
        if (!pair.transferFrom(msg.sender, address(this), liquidity)) revert HedgedVault_TransferFailed();
    }

    /// @notice Gives liquidity tokens back for as many shares.
    function withdraw(uint256 shares) external {
        totalSupply -= shares;
        balanceOf[msg.sender] -= shares;
        emit Transfer(msg.sender, address(0), shares);
        if (!pair.transfer(msg.sender, shares)) revert HedgedVault_TransferFailed();
    }

    /// @notice Tells what is sold short, in base's smallest unit; the keeper alone may.
    function report(uint256 short) external {
        if (msg.sender != keeper) revert HedgedVault_NotKeeper(msg.sender);
        hedge = short;
        emit Hedged(short, exposure());
    }

    /// @notice Base that stands behind the vault's liquidity, rounded down: what must be sold short for its value not to follow the price.
    function exposure() public view returns (uint256) {
        (uint256 reserve0, uint256 reserve1, ) = pair.getReserves();
        return ((isBaseFirst ? reserve0 : reserve1) * totalSupply) / pair.totalSupply();
    }

    function approve(address spender, uint256 value) external returns (bool) {
        allowance[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
        return true;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        _move(msg.sender, to, value);
        return true;
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        if (allowance[from][msg.sender] != type(uint256).max) allowance[from][msg.sender] -= value;
        _move(from, to, value);
        return true;
    }

    function _move(address from, address to, uint256 value) private {
        balanceOf[from] -= value;
        balanceOf[to] += value;
        emit Transfer(from, to, value);
    }
}
