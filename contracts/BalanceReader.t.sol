// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

// A failing test says what is wrong in words, and its name says what should be right.
/* solhint-disable gas-custom-errors, func-name-mixedcase */

import {BalanceReader} from "./BalanceReader.sol";
import {FixedSupplyToken} from "./FixedSupplyToken.sol";
import {IPair, IToken} from "./IPoolAndToken.sol";

/// @dev A pair is also its liquidity token, and has reserves.
contract LiquidityDouble is FixedSupplyToken {
    constructor() FixedSupplyToken("Liquidity", "LP", 18, 100) {}

    function getReserves() external pure returns (uint112, uint112, uint32) {
        return (77, 88, 99);
    }
}

contract BalanceReaderTest {
    address private constant ALICE = address(0xA11CE);
    address private constant NOBODY = address(0xDEAD01);

    FixedSupplyToken private weth;
    FixedSupplyToken private usdc;
    LiquidityDouble private pair;

    function setUp() public {
        weth = new FixedSupplyToken("Wrapped Ether", "WETH", 18, 1_000);
        usdc = new FixedSupplyToken("USD Coin", "USDC", 6, 2_000);
        pair = new LiquidityDouble();
        weth.transfer(ALICE, 1);
        usdc.transfer(ALICE, 2);
        pair.transfer(ALICE, 3);
    }

    function test_ReadsFourNumbersAnAccountInOrderThenThePair() public {
        address[] memory accounts = new address[](3);
        (accounts[0], accounts[1], accounts[2]) = (address(this), ALICE, NOBODY);
        uint256[] memory values = _reader(accounts).read();
        uint256[15] memory expected = [uint256(999), 1_998, 97, address(this).balance, 1, 2, 3, ALICE.balance, 0, 0, 0, 0, 77, 88, 100];
        require(values.length == expected.length, "length");
        for (uint256 i = 0; i < expected.length; ++i) require(values[i] == expected[i], "value");
    }

    function test_WithoutAccountsItReadsThePair() public {
        uint256[] memory values = _reader(new address[](0)).read();
        require(values.length == 3 && values[0] == 77 && values[1] == 88 && values[2] == 100, "reserves and supply");
    }

    function test_SaysSoWhenATokenDoesNotAnswer() public {
        BalanceReader reader = new BalanceReader(IPair(address(pair)), IToken(address(this)), IToken(address(usdc)), _one(ALICE));
        try reader.read() {
            require(false, "read without a token");
        } catch (bytes memory reason) {
            require(bytes4(reason) == BalanceReader.BalanceReader_CallFailed.selector, "reason");
        }
    }

    function _one(address account) private pure returns (address[] memory accounts) {
        accounts = new address[](1);
        accounts[0] = account;
    }

    function _reader(address[] memory accounts) private returns (BalanceReader) {
        return new BalanceReader(IPair(address(pair)), IToken(address(weth)), IToken(address(usdc)), accounts);
    }
}
