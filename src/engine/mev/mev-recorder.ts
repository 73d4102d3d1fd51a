import { spotPrice } from "../../amm/spot.ts";
import type { BlockColumns, MevResult, TransactionColumns } from "../../core/mev-result.ts";
import type { PoolState } from "../../core/words.ts";
import type { Accounts } from "../../ledger/accounts.ts";
import { classifyBlock } from "../../ledger/extractions/classify-block.ts";
import { Confusion } from "../../ledger/extractions/confusion.ts";
import { feeValue } from "../../ledger/measures/fee-value.ts";
import type { BlockReport } from "../block-report.ts";
import { addRow, type Columns } from "../columns.ts";
import type { Watcher } from "../watcher.ts";
import { deedsOf } from "./deeds-of.ts";
import { ExtractionSums } from "./extraction-sums.ts";
import { HoldingsMeter } from "./holdings-meter.ts";
import { SearcherSums } from "./searcher-sums.ts";
import { TradersMeter } from "./traders-meter.ts";
import { addTransactionRows } from "./transaction-rows.ts";

/** What the recorder knows of a run; the rest of the result says where it comes from. */
export type MevRecord = Pick<
  MevResult,
  | "participants"
  | "kinds"
  | "searchers"
  | "bundlesLeftOut"
  | "confusion"
  | "traders"
  | "liquidity"
  | "blocks"
  | "extractions"
  | "transactions"
>;

/** Watches a run block by block and keeps what was extracted, by whom and from whom. */
export class MevRecorder implements Watcher {
  readonly #extractions = new ExtractionSums();
  readonly #searchers = new SearcherSums();
  readonly #confusion = new Confusion();
  readonly #blocks: Columns<BlockColumns> = {
    block: [],
    time: [],
    price: [],
    poolBefore: [],
    poolAfter: [],
    baseFeeGwei: [],
    transactions: [],
    extracted: [],
  };
  readonly #transactions: Columns<TransactionColumns> = {
    block: [],
    index: [],
    account: [],
    sender: [],
    action: [],
    channel: [],
    success: [],
    reason: [],
    side: [],
    amountIn: [],
    amountOut: [],
    priceBefore: [],
    priceAfter: [],
    gasPriceGwei: [],
    payment: [],
    gain: [],
  };
  readonly #holdings = new HoldingsMeter();
  readonly #traders = new TradersMeter();
  #pool: PoolState = { base: 0n, quote: 0n, supply: 0n };
  #sandwichFees = 0;

  begin(accounts: Accounts, pool: PoolState): void {
    this.#holdings.begin(accounts);
    this.#traders.begin(pool);
    this.#pool = pool;
  }

  /** @throws IdentityError 4 when a participant's gain is nobody's loss */
  note(report: BlockReport): void {
    const { moment, env, record, accounts } = report;
    const deeds = deedsOf(record.entries);
    const extractions = classifyBlock(deeds, moment.priceAfter);
    const pool = record.entries.at(-1)?.prediction.pool ?? this.#pool;
    for (const each of extractions) this.#extractions.note(moment.block, moment.to, each);
    for (const { kind, transactions } of extractions) {
      if (kind !== "sandwich") continue;
      for (const index of transactions) {
        const swap = record.entries[index]?.prediction.swap;
        if (swap !== null && swap !== undefined) this.#sandwichFees += feeValue(swap, moment.to);
      }
    }
    this.#confusion.note(deeds, extractions);
    this.#searchers.note(report, deeds, moment.to);
    this.#traders.note(record.entries, extractions, moment.priceAfter, pool);
    this.#holdings.note(moment.block, moment.priceAfter, accounts);
    addTransactionRows(this.#transactions, report, deeds, this.#pool);
    addRow(this.#blocks, {
      block: moment.block,
      time: moment.time,
      price: moment.to,
      poolBefore: spotPrice(this.#pool),
      poolAfter: spotPrice(pool),
      baseFeeGwei: Number(env.baseFee) / 1e9,
      transactions: record.entries.length,
      extracted: extractions.reduce((sum, { grossValue }) => sum + grossValue, 0),
    });
    this.#pool = pool;
  }

  report(): MevRecord {
    return {
      participants: this.#holdings.participants(),
      kinds: this.#extractions.kinds(),
      searchers: this.#searchers.report((account) => this.#holdings.profitOf(account)),
      bundlesLeftOut: this.#searchers.leftOut,
      confusion: this.#confusion.report(),
      traders: this.#traders.report(),
      liquidity: { sandwichFees: this.#sandwichFees, ...this.#extractions.liquidity() },
      blocks: this.#blocks,
      extractions: this.#extractions.columns,
      transactions: this.#transactions,
    };
  }
}
