import { createHash } from "node:crypto";
import { expect } from "chai";
import { describe, it } from "mocha";
import { readData } from "../../src/scenarios/read-data.ts";

/** First digits of the SHA-256 of every recorded file: a record is never touched. */
const files: Readonly<Record<string, string>> = {
  "black-monday-1987.csv": "982ba8dc84b4bf22",
  "black-thursday-2020-1h.csv": "102c2be4efc7a60f",
  "black-thursday-2020.csv": "54d3e30bd364cb72",
  "celsius-2022.csv": "47a34969d4093064",
  "covid-2020.csv": "f26b4285c74c543b",
  "flash-crash-2010.csv": "32d6b480a5d984f4",
  "ftx-2022.csv": "775b4029866646f9",
  "gfc-2008.csv": "6d3fd954992d00bf",
  "luna-2022-luna-usdt.csv": "07b44897a2b946eb",
  "luna-2022.csv": "7122c6e26e2ecb7f",
  "may-19-2021-5m.csv": "bd830e79b9591859",
  "may-19-2021-dai-weth-reserves.csv": "06c0ec612bea7b27",
  "may-19-2021.csv": "36634c912d590a32",
  "october-2025.csv": "7094df0711eb155e",
  "tariff-2025.csv": "d11c329e0c859e40",
  "usdc-depeg-2023.csv": "96f5f44e780382de",
  "volmageddon-2018.csv": "563ac38a8f3a3a3a",
  "yen-unwind-2024-spx.csv": "daf04f9bbabcf5c6",
  "yen-unwind-2024.csv": "1e40d7bb1954430b",
};

describe("recorded files", () => {
  for (const [name, hash] of Object.entries(files))
    it(`${name} is as it was recorded`, () => {
      expect(createHash("sha256").update(readData(name)).digest("hex").slice(0, 16)).to.equal(hash);
    });
});
