import { expect } from "chai";
import type { CrashResult } from "../../src/core/result.ts";

/** Each identity was checked in every block, and the three in integers held exactly. */
export function expectIdentities({ identities, statement }: Pick<CrashResult, "identities" | "statement">, blocks: number): void {
  const [books, pool, balances, conservation] = identities;
  expect(identities.map(({ identity }) => identity)).to.deep.equal([1, 2, 3, 4]);
  expect(books, "every book in every block").to.include({ checks: statement.length * blocks, tolerance: 1e-9 });
  expect(books?.largestGap).to.be.at.most(1e-9);
  expect(pool).to.include({ checks: blocks, largestGap: 0, tolerance: 0 });
  expect(balances, "every block, and the state before the first").to.include({ checks: blocks + 1, largestGap: 0, tolerance: 0 });
  expect(conservation).to.include({ checks: blocks, largestGap: 0, tolerance: 0 });
}
