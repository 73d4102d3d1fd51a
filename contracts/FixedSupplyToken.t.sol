// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

// A failing test says what is wrong in words, and its name says what should be right.
/* solhint-disable gas-custom-errors, func-name-mixedcase */

import {FixedSupplyToken} from "./FixedSupplyToken.sol";

/// @dev Someone else, who can be told to move tokens.
contract Spender {
    function pull(FixedSupplyToken token, address from, address to, uint256 value) external {
        require(token.transferFrom(from, to, value), "transferFrom answers true");
    }
}

contract FixedSupplyTokenTest {
    uint256 private constant SUPPLY = 1_000_000e6;
    address private constant ALICE = address(0xA11CE);

    FixedSupplyToken private token;
    Spender private spender;

    function setUp() public {
        token = new FixedSupplyToken("USD Coin", "USDC", 6, SUPPLY);
        spender = new Spender();
    }

    function test_DeployerHoldsTheWholeSupply() public view {
        require(token.totalSupply() == SUPPLY && token.balanceOf(address(this)) == SUPPLY, "supply");
        require(token.decimals() == 6, "decimals");
        require(keccak256(bytes(token.name())) == keccak256("USD Coin"), "name");
        require(keccak256(bytes(token.symbol())) == keccak256("USDC"), "symbol");
    }

    function testFuzz_TransferMovesAndKeepsTheSum(uint256 value) public {
        value %= SUPPLY + 1;
        require(token.transfer(ALICE, value), "transfer answers true");
        require(token.balanceOf(ALICE) == value, "received");
        require(token.balanceOf(address(this)) == SUPPLY - value, "paid");
    }

    function testFuzz_TransferToOneselfChangesNothing(uint256 value) public {
        require(token.transfer(address(this), value % (SUPPLY + 1)), "transfer answers true");
        require(token.balanceOf(address(this)) == SUPPLY, "balance");
    }

    function testFuzz_NobodyPaysMoreThanTheyHold(uint256 excess) public {
        uint256 value = SUPPLY + 1 + (excess % (type(uint256).max - SUPPLY));
        try token.transfer(ALICE, value) {
            revert("moved more than there is");
        } catch (bytes memory reason) {
            bytes memory expected = abi.encodeWithSelector(
                FixedSupplyToken.FixedSupplyToken_InsufficientBalance.selector,
                address(this),
                SUPPLY,
                value
            );
            require(keccak256(reason) == keccak256(expected), "reason");
        }
    }

    function test_TransferFromUsesTheAllowanceUp() public {
        require(token.approve(address(spender), 10), "approve answers true");
        spender.pull(token, address(this), ALICE, 7);
        require(token.allowance(address(this), address(spender)) == 3, "allowance left");
        require(token.balanceOf(ALICE) == 7, "received");
        try spender.pull(token, address(this), ALICE, 4) {
            revert("moved more than allowed");
        } catch (bytes memory reason) {
            bytes memory expected = abi.encodeWithSelector(
                FixedSupplyToken.FixedSupplyToken_InsufficientAllowance.selector,
                address(spender),
                3,
                4
            );
            require(keccak256(reason) == keccak256(expected), "reason");
        }
    }

    function test_TheLargestAllowanceIsNeverUsedUp() public {
        token.approve(address(spender), type(uint256).max);
        spender.pull(token, address(this), ALICE, 7);
        require(token.allowance(address(this), address(spender)) == type(uint256).max, "allowance");
    }
}
