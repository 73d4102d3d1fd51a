// SPDX-License-Identifier: MIT
pragma solidity 0.8.28;

// A failing test says what is wrong in words, and its name says what should be right.
/* solhint-disable gas-custom-errors, func-name-mixedcase */

import {FixedSupplyToken} from "./FixedSupplyToken.sol";
import {IToken} from "./IPoolAndToken.sol";
import {OperationRunner} from "./OperationRunner.sol";

string constant LONG_REASON = "a reason that is longer than two words of thirty-two bytes each, and is cut off where the third begins";

/// @dev A pair is also its liquidity token, and remembers.
contract PairDouble is FixedSupplyToken {
    uint256 public kLast = 41;
    uint256 public price0CumulativeLast = 42;
    uint256 public price1CumulativeLast = 43;

    constructor() FixedSupplyToken("Liquidity", "LP", 18, 100) {}

    function getReserves() external pure returns (uint112, uint112, uint32) {
        return (77, 88, 99);
    }

    function refuse() external pure {
        revert("a reason");
    }

    function refuseAtLength() external pure {
        revert(LONG_REASON);
    }

    /// @dev Uses up all gas that it is given, as a division by zero does in contracts compiled before Solidity 0.8.
    function invalid() external pure {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            invalid()
        }
    }
}

/// @dev Keeps the last log of a call, which Solidity itself cannot read.
interface IVm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function recordLogs() external;

    function getRecordedLogs() external returns (Log[] memory);
}

contract OperationRunnerTest {
    IVm private constant VM = IVm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 private constant ACCOUNTS = 2;
    uint256 private constant WIDTH = 7 + 3 * ACCOUNTS + 7;

    FixedSupplyToken private first;
    FixedSupplyToken private second;
    PairDouble private pair;
    OperationRunner private runner;
    address[] private targets;
    bytes[] private data;

    function setUp() public {
        first = new FixedSupplyToken("First", "A", 18, 1_000);
        second = new FixedSupplyToken("Second", "B", 6, 2_000);
        pair = new PairDouble();
        address[] memory accounts = new address[](ACCOUNTS);
        accounts[0] = address(this);
        accounts[1] = address(pair);
        runner = new OperationRunner(address(pair), IToken(address(first)), IToken(address(second)), accounts);
        first.transfer(address(runner), 10);
        delete targets;
        delete data;
    }

    function test_RunsCallsInOrderAndObservesAfterEach() public {
        _add(address(first), abi.encodeCall(first.transfer, (address(pair), 4)));
        _add(address(first), abi.encodeCall(first.transfer, (address(pair), 6)));
        uint256[] memory words = _run();
        require(words.length == 2 * WIDTH, "a row each");
        require(words[0] == 1 && words[1] == 32 && words[2] == 1, "the first call answers true");
        require(words[7] == 990 && words[8] == 2_000 && words[9] == 100, "the first account's balances");
        require(words[10] == 4 && words[WIDTH + 10] == 10, "the second's after each call");
        uint256[7] memory memory_ = [uint256(77), 88, 99, 100, 41, 42, 43];
        for (uint256 i = 0; i < 7; ++i) require(words[13 + i] == memory_[i], "what the pair remembers");
    }

    function test_KeepsAReasonAndGoesOn() public {
        _add(address(pair), abi.encodeCall(pair.refuse, ()));
        _add(address(first), abi.encodeCall(first.transfer, (address(pair), 10)));
        uint256[] memory words = _run();
        require(words[0] == 0 && words[1] == 100, "refused, an error of 100 bytes");
        bytes memory expected = abi.encodeWithSignature("Error(string)", "a reason");
        bytes memory found = abi.encodePacked(words[2], words[3], words[4], words[5]);
        for (uint256 i = 0; i < 100; ++i) require(found[i] == expected[i], "the error's own bytes");
        for (uint256 i = 100; i < 128; ++i) require(found[i] == 0, "nothing behind them");
        require(words[WIDTH] == 1 && words[WIDTH + 10] == 10, "the next call was made");
    }

    function test_OutlivesACallThatUsesUpItsGas() public {
        _add(address(pair), abi.encodeCall(pair.invalid, ()));
        _add(address(first), abi.encodeCall(first.transfer, (address(pair), 10)));
        uint256[] memory words = _run();
        require(words[0] == 0 && words[1] == 0, "refused without a word");
        require(words[WIDTH] == 1, "the next call was made");
    }

    function test_SaysSoWhenATokenDoesNotAnswer() public {
        address[] memory accounts = new address[](1);
        // This contract has no balanceOf.
        runner = new OperationRunner(address(pair), IToken(address(this)), IToken(address(second)), accounts);
        _add(address(first), abi.encodeCall(first.transfer, (address(pair), 0)));
        try runner.run(targets, data) {
            require(false, "ran without a token");
        } catch (bytes memory reason) {
            require(bytes4(reason) == OperationRunner.OperationRunner_CallFailed.selector, "reason");
        }
    }

    function test_KeepsNoMoreOfAnAnswerThanFiveWords() public {
        _add(address(pair), abi.encodeCall(pair.refuseAtLength, ()));
        uint256[] memory words = _run();
        bytes memory expected = abi.encodeWithSignature("Error(string)", LONG_REASON);
        require(words[0] == 0 && words[1] == expected.length && expected.length > 160, "its whole length");
        bytes memory found = abi.encodePacked(words[2], words[3], words[4], words[5], words[6]);
        for (uint256 i = 0; i < 160; ++i) require(found[i] == expected[i], "its first five words");
        require(words[7] == 990, "and then the balances");
    }

    function _add(address target, bytes memory call) private {
        targets.push(target);
        data.push(call);
    }

    function _run() private returns (uint256[] memory words) {
        VM.recordLogs();
        runner.run(targets, data);
        IVm.Log[] memory logs = VM.getRecordedLogs();
        words = abi.decode(logs[logs.length - 1].data, (uint256[]));
    }
}
