// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// @title The part of an ERC-20 token that a pair calls
interface IToken {
    function transfer(address to, uint256 value) external returns (bool);

    function balanceOf(address account) external view returns (uint256);
}

/// @title Who is called back in the middle of a flash swap
interface ICallee {
    function uniswapV2Call(address sender, uint256 amount0, uint256 amount1, bytes calldata data) external;
}

/// @title A constant-product pair whose fee follows what its price has done
/// @notice The fee is a floor and a part of how far the price has moved from where it stood some minutes ago, up to a ceiling; that of a swap follows from the reserves before it. The rest is
/// written from the whitepaper of Adams, Zinsmeister and Robinson (2020, Uniswap v2 Core), without price accumulators and protocol fee.
contract VolatilityFeePair {
    error VolatilityFeePair_Locked();
    error VolatilityFeePair_InsufficientLiquidityMinted();
    error VolatilityFeePair_InsufficientLiquidityBurned();
    error VolatilityFeePair_InsufficientOutput();
    error VolatilityFeePair_InsufficientLiquidity();
    error VolatilityFeePair_InsufficientInput();
    error VolatilityFeePair_InvalidRecipient(address to);
    error VolatilityFeePair_Product();
    error VolatilityFeePair_Overflow();
    error VolatilityFeePair_TransferFailed(address token);

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);
    event Mint(address indexed sender, uint256 amount0, uint256 amount1);
    event Burn(address indexed sender, uint256 amount0, uint256 amount1, address indexed to);
    event Swap(address indexed sender, uint256 amount0In, uint256 amount1In, uint256 amount0Out, uint256 amount1Out, address indexed to);
    event Sync(uint112 reserve0, uint112 reserve1);

    // Named as ERC-20 names them.
    // solhint-disable const-name-snakecase
    string public constant name = "Volatility fee liquidity";
    string public constant symbol = "VOLFEE";
    uint8 public constant decimals = 18;
    // solhint-enable const-name-snakecase
    uint256 private constant MILLION = 1_000_000;
    /// @notice Least and largest fee, in parts of 10^6 of what is paid in.
    uint256 public constant FLOOR = 500;
    uint256 public constant CEILING = 30_000;
    /// @notice Parts of 10^6 of fee for 10^6 parts of move: a fifth of the move.
    uint256 public constant SHARE = 200_000;
    /// @notice Seconds after which the price that moves are measured from is taken anew.
    uint256 public constant WINDOW = 300;
    /// @dev Locked for ever by the first mint, so that no share of the pool can be made too dear to buy.
    uint256 private constant LOCKED = 1000;

    address public immutable token0;
    address public immutable token1;
    uint256 public totalSupply;
    mapping(address account => uint256 amount) public balanceOf;
    mapping(address owner => mapping(address spender => uint256 amount)) public allowance;

    uint112 private reserve0;
    uint112 private reserve1;
    uint32 private updatedAt;
    /// @dev Price that moves are measured from, and when it was taken.
    uint256 private anchor;
    uint256 private anchoredAt;

    uint256 private unlocked = 1;

    constructor(address token0_, address token1_) {
        token0 = token0_;
        token1 = token1_;
    }

    modifier lock() {
        if (unlocked == 0) revert VolatilityFeePair_Locked();
        unlocked = 0;
        _;
        unlocked = 1;
    }

    /// @notice What the next swap leaves in the pair, in parts of 10^6 of what is paid in.
    function feePpm() public view returns (uint256) {
        if (anchor == 0) return FLOOR;
        uint256 price = _price();
        uint256 moved = ((price > anchor ? price - anchor : anchor - price) * MILLION) / anchor;
        uint256 fee = FLOOR + (moved * SHARE) / MILLION;
        return fee < CEILING ? fee : CEILING;
    }

    function getReserves() public view returns (uint112, uint112, uint32) {
        return (reserve0, reserve1, updatedAt);
    }

    /// @notice Liquidity for what lies in the pair above its reserves: the root of the product at first, then the smaller share; rounded down.
    function mint(address to) external lock returns (uint256 liquidity) {
        (uint256 balance0, uint256 balance1) = _balances();
        (uint256 amount0, uint256 amount1) = (balance0 - reserve0, balance1 - reserve1);
        uint256 supply = totalSupply;
        if (supply == 0) {
            uint256 root = _sqrt(amount0 * amount1);
            if (root <= LOCKED) revert VolatilityFeePair_InsufficientLiquidityMinted();
            liquidity = root - LOCKED;
            _mint(address(0), LOCKED);
        } else {
            (uint256 share0, uint256 share1) = ((amount0 * supply) / reserve0, (amount1 * supply) / reserve1);
            liquidity = share0 < share1 ? share0 : share1;
        }
        if (liquidity == 0) revert VolatilityFeePair_InsufficientLiquidityMinted();
        _mint(to, liquidity);
        _update(balance0, balance1);
        emit Mint(msg.sender, amount0, amount1);
    }

    /// @notice Pays out the share of all that the pair holds, for the liquidity that lies in it; rounded down.
    function burn(address to) external lock returns (uint256 amount0, uint256 amount1) {
        (uint256 balance0, uint256 balance1) = _balances();
        uint256 liquidity = balanceOf[address(this)];
        (amount0, amount1) = ((liquidity * balance0) / totalSupply, (liquidity * balance1) / totalSupply);
        if (amount0 == 0 || amount1 == 0) revert VolatilityFeePair_InsufficientLiquidityBurned();
        balanceOf[address(this)] -= liquidity;
        totalSupply -= liquidity;
        emit Transfer(address(this), address(0), liquidity);
        _pay(token0, to, amount0);
        _pay(token1, to, amount1);
        (balance0, balance1) = _balances();
        _update(balance0, balance1);
        emit Burn(msg.sender, amount0, amount1, to);
    }

    /// @notice Pays out first, calls back where data comes with the call, then checks that enough came in.
    function swap(uint256 amount0Out, uint256 amount1Out, address to, bytes calldata data) external lock {
        if (amount0Out == 0 && amount1Out == 0) revert VolatilityFeePair_InsufficientOutput();
        if (amount0Out >= reserve0 || amount1Out >= reserve1) revert VolatilityFeePair_InsufficientLiquidity();
        if (to == token0 || to == token1) revert VolatilityFeePair_InvalidRecipient(to);
        if (amount0Out > 0) _pay(token0, to, amount0Out);
        if (amount1Out > 0) _pay(token1, to, amount1Out);
        if (data.length > 0) ICallee(to).uniswapV2Call(msg.sender, amount0Out, amount1Out, data);
        (uint256 balance0, uint256 balance1) = _balances();
        (uint256 kept0, uint256 kept1) = (reserve0 - amount0Out, reserve1 - amount1Out);
        uint256 amount0In = balance0 > kept0 ? balance0 - kept0 : 0;
        uint256 amount1In = balance1 > kept1 ? balance1 - kept1 : 0;
        if (amount0In == 0 && amount1In == 0) revert VolatilityFeePair_InsufficientInput();
        if (!_isPaid(balance0, balance1, amount0In, amount1In)) revert VolatilityFeePair_Product();
        _update(balance0, balance1);
        emit Swap(msg.sender, amount0In, amount1In, amount0Out, amount1Out, to);
    }

    /// @notice Gives away what lies in the pair above its reserves.
    function skim(address to) external lock {
        (uint256 balance0, uint256 balance1) = _balances();
        _pay(token0, to, balance0 - reserve0);
        _pay(token1, to, balance1 - reserve1);
    }

    /// @notice Makes what the pair holds its reserves.
    function sync() external lock {
        (uint256 balance0, uint256 balance1) = _balances();
        _update(balance0, balance1);
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

    /// @dev (b0·10^6 − in0·fee)·(b1·10^6 − in1·fee) ≥ r0·r1·10^12.
    function _isPaid(uint256 balance0, uint256 balance1, uint256 amount0In, uint256 amount1In) private view returns (bool) {
        uint256 fee = feePpm();
        uint256 left0 = balance0 * MILLION - amount0In * fee;
        uint256 left1 = balance1 * MILLION - amount1In * fee;
        return left0 * left1 >= uint256(reserve0) * reserve1 * MILLION * MILLION;
    }

    function _update(uint256 balance0, uint256 balance1) private {
        if (balance0 > type(uint112).max || balance1 > type(uint112).max) revert VolatilityFeePair_Overflow();
        if (block.timestamp >= anchoredAt + WINDOW && reserve0 > 0) {
            anchor = _price();
            anchoredAt = block.timestamp;
        }
        reserve0 = uint112(balance0);
        reserve1 = uint112(balance1);
        updatedAt = uint32(block.timestamp);
        emit Sync(reserve0, reserve1);
    }

    /// @dev token1 for a token0, as a binary fixed point number of 112 places.
    function _price() private view returns (uint256) {
        return (uint256(reserve1) << 112) / reserve0;
    }

    function _balances() private view returns (uint256, uint256) {
        return (IToken(token0).balanceOf(address(this)), IToken(token1).balanceOf(address(this)));
    }

    /// @dev A token that answers nothing, or true, has moved; one that answers false has not.
    function _pay(address token, address to, uint256 amount) private {
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory answer) = token.call(abi.encodeCall(IToken.transfer, (to, amount)));
        if (!success || (answer.length > 0 && !abi.decode(answer, (bool)))) revert VolatilityFeePair_TransferFailed(token);
    }

    function _mint(address to, uint256 value) private {
        totalSupply += value;
        balanceOf[to] += value;
        emit Transfer(address(0), to, value);
    }

    function _move(address from, address to, uint256 value) private {
        balanceOf[from] -= value;
        balanceOf[to] += value;
        emit Transfer(from, to, value);
    }

    /// @dev Rounded down (Newton from above).
    function _sqrt(uint256 value) private pure returns (uint256 root) {
        if (value < 4) return value == 0 ? 0 : 1;
        root = value;
        uint256 next = value / 2 + 1;
        while (next < root) {
            root = next;
            next = (value / next + next) / 2;
        }
    }
}
