import { expect } from "chai";
import { describe, it } from "mocha";
import { encodeMev } from "../../../src/report/mev/encode-mev.ts";
import { mevFiles } from "../../../src/report/mev/mev-files.ts";
import { mevPage } from "../../../src/report/mev/mev-page.ts";
import { makeMev } from "./fixture.ts";

describe("the files of a run about extraction", () => {
  it("are the result, its schema, two tables and the page", () => {
    const result = makeMev("may-19");
    const files = mevFiles(result);
    expect([...files.keys()]).to.deep.equal(["mev.json", "mev.schema.json", "extractions.csv", "transactions.csv", "index.html"]);
    expect(files.get("mev.json")).to.equal(encodeMev(result));
    expect(files.get("index.html")).to.equal(mevPage(result));
    expect(JSON.parse(files.get("mev.schema.json") ?? "")).to.have.property("$id", "urn:hardhat-crash:mev:1");
    expect(files.get("extractions.csv")?.split("\r\n")).to.have.length(2 + result.extractions.block.length);
    expect(files.get("transactions.csv")?.split("\r\n")).to.have.length(2 + result.transactions.block.length);
  });
});
