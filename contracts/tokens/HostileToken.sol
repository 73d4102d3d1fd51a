// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

/// @title A token that misbehaves once it is armed
/// @notice Until then it is plain. What it does afterwards is its kind: 0 nothing, 1 transfers answer nothing, 2 transfers answer false and move nothing, 3 transfers out of
/// the armed pair are refused, 4 whoever is paid by the armed pair calls it back first. ERC-20 leaves all of them to the token.
contract HostileToken {
    error HostileToken_InsufficientBalance(address account, uint256 balance, uint256 needed);
    error HostileToken_InsufficientAllowance(address spender, uint256 allowance, uint256 needed);
    error HostileToken_Refused(address from);
    error HostileToken_NoKind(uint256 kind);

    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    uint256 private constant ANSWERS_NOTHING = 1;
    uint256 private constant ANSWERS_FALSE = 2;
    uint256 private constant REFUSES = 3;
    uint256 private constant CALLS_BACK = 4;

    string public name;
    string public symbol;
    uint8 public immutable decimals;
    uint256 public immutable totalSupply;
    uint256 public immutable kind;
    mapping(address account => uint256 amount) public balanceOf;
    mapping(address owner => mapping(address spender => uint256 amount)) public allowance;

    address public armed;
    bytes public payload;
    /// @notice Times that the pair was called back, and how often it let that happen.
    uint256 public attempts;
    uint256 public successes;
    bool private calling;

    /// @param supply the whole supply in the smallest unit, given to the deployer
    /// @param kind_ what it does once armed, 0 to 4
    constructor(string memory name_, string memory symbol_, uint8 decimals_, uint256 supply, uint256 kind_) {
        if (kind_ > CALLS_BACK) revert HostileToken_NoKind(kind_);
        name = name_;
        symbol = symbol_;
        decimals = decimals_;
        totalSupply = supply;
        kind = kind_;
        balanceOf[msg.sender] = supply;
        emit Transfer(address(0), msg.sender, supply);
    }

    /// @param pair the pair that is to be troubled
    /// @param payload_ what it is called with, of kind 4
    function arm(address pair, bytes calldata payload_) external {
        armed = pair;
        payload = payload_;
    }

    function approve(address spender, uint256 value) external returns (bool) {
        allowance[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
        return true;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        return _answer(_move(msg.sender, to, value));
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed != type(uint256).max) {
            if (allowed < value) revert HostileToken_InsufficientAllowance(msg.sender, allowed, value);
            allowance[from][msg.sender] = allowed - value;
        }
        return _answer(_move(from, to, value));
    }

    function _move(address from, address to, uint256 value) private returns (bool) {
        bool isArmed = armed != address(0);
        if (isArmed && kind == ANSWERS_FALSE) return false;
        if (isArmed && kind == REFUSES && from == armed) revert HostileToken_Refused(from);
        if (isArmed && kind == CALLS_BACK && from == armed && !calling) _callBack();
        uint256 balance = balanceOf[from];
        if (balance < value) revert HostileToken_InsufficientBalance(from, balance, value);
        unchecked {
            // the balance was just checked, and no balance can exceed the supply
            balanceOf[from] = balance - value;
            balanceOf[to] += value;
        }
        emit Transfer(from, to, value);
        return true;
    }

    /// @dev In the middle of what the pair does, as a token with hooks lets whoever is paid.
    function _callBack() private {
        calling = true;
        ++attempts;
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, ) = armed.call(payload);
        if (success) ++successes;
        calling = false;
    }

    /// @dev Answers a word, or nothing at all.
    function _answer(bool hasMoved) private view returns (bool) {
        if (armed != address(0) && kind == ANSWERS_NOTHING) {
            // solhint-disable-next-line no-inline-assembly
            assembly ("memory-safe") {
                return(0, 0)
            }
        }
        return hasMoved;
    }
}
