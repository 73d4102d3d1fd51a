import { readFileSync } from "node:fs";
import type {
  BlockColumns,
  CountedShare,
  ExtractionColumns,
  ExtractionKind,
  KindRow,
  MevResult,
  ParticipantRow,
  SearcherRow,
  TransactionColumns,
} from "../../../src/core/mev-result.ts";
import { parseCsv } from "../parse-csv.ts";

export interface MevFixtureOptions {
  /** Stands behind every text of unknown origin. */
  readonly hostile?: string;
  /** With runs beside it that lack something. */
  readonly compared?: boolean;
}

interface Run {
  readonly folder: string;
  readonly title: string;
  readonly ordering: string;
  readonly thoughtExperiment: string | null;
  readonly bundlesLeftOut: Readonly<Record<string, number>>;
  readonly sandwichFees: number;
}

const runs = {
  "black-thursday": {
    folder: "black-thursday",
    title: "Black Thursday, 12 March 2020",
    ordering: "priority-fee",
    thoughtExperiment: "Uniswap V2 was launched in May 2020.",
    bundlesLeftOut: {},
    sandwichFees: 42.18,
  },
  "may-19": {
    folder: "may-19",
    title: "19 May 2021, from 07:00",
    ordering: "bundle-auction",
    thoughtExperiment: null,
    bundlesLeftOut: { nonce: 482, reverted: 1_555 },
    sandwichFees: 962.2,
  },
} as const satisfies Readonly<Record<string, Run>>;

/**
 * A result from a real run: the blocks, extractions and transactions of a stretch of it, with the sums over them, beside participants and searchers of the
 * whole run.
 */
export function makeMev(name: keyof typeof runs, options: MevFixtureOptions = {}): MevResult {
  const run: Run = runs[name];
  const text = (value: string): string => (options.hostile === undefined ? value : `${value} ${options.hostile}`);
  const read = <T>(table: string, texts: readonly string[]): T =>
    readColumns(new URL(`${run.folder}/${table}.csv`, import.meta.url), texts) as T;
  const extractions = read<ExtractionColumns>("extractions", ["kind", "account", "sender", "basis", "transactions", "victims"]);
  const transactions = read<TransactionColumns>("transactions", ["account", "sender", "action", "channel", "reason", "side"]);
  const participants = read<{ [K in keyof ParticipantRow]: ParticipantRow[K][] }>("participants", ["participant", "base", "quote", "gas"]);
  const searchers = read<{ [K in keyof SearcherRow]: SearcherRow[K][] }>("searchers", ["account", "sender"]);
  const kinds = kindsOf(extractions);
  const of = (kind: ExtractionKind): KindRow | undefined => kinds.find((row) => row.kind === kind);
  const taken = (of("arbitrage")?.gross ?? 0) + (of("back-run")?.gross ?? 0);
  const paid = (of("arbitrage")?.toBuilder ?? 0) + (of("back-run")?.toBuilder ?? 0);
  const sandwich = of("sandwich");
  return {
    schemaVersion: 1,
    scenario: {
      name,
      title: text(run.title),
      what: text("ETH fell, and gas rose."),
      thoughtExperiment: run.thoughtExperiment === null ? null : text(run.thoughtExperiment),
    },
    seed: 1,
    settings: { "mempool.ordering": text(run.ordering), "agents.sandwichers": 2, "pool.sideShare": 0.2 },
    ordering: text(run.ordering),
    identities: [
      {
        identity: 4,
        name: text("over all accounts only the burn is missing"),
        checks: 31,
        largestGap: 0,
        tolerance: 0,
        unit: text("smallest unit"),
      },
    ],
    participants: rowsOf<ParticipantRow>(participants).map((row) => ({ ...row, participant: text(row.participant) })),
    kinds,
    searchers: rowsOf<SearcherRow>(searchers).map((row) => ({ ...row, account: text(row.account), sender: text(row.sender) })),
    bundlesLeftOut: Object.fromEntries(Object.entries(run.bundlesLeftOut).map(([why, count]) => [text(why), count])),
    confusion: {
      rows: [
        { sender: text("arbitrageur"), arbitrage: 1_057, sandwich: 0, "back-run": 3, liquidation: 0, none: 0 },
        { sender: text("trader"), arbitrage: 31, sandwich: 0, "back-run": 6, liquidation: 0, none: 683 },
      ],
      precision: share(1_144, 1_253, [0.8961, 0.9274]),
      recall: share(1_144, 1_144, [0.9967, 1]),
    },
    traders: [
      {
        sender: text("trader"),
        trades: 720,
        reverted: 80,
        volume: 2_898_419.35,
        shortfall: -0.00017,
        sandwiched: sandwich?.victims ?? 0,
        sandwichLoss: sandwich?.victimLoss ?? 0,
      },
    ],
    liquidity: {
      sandwichFees: run.sandwichFees,
      fromSandwiches: sandwich?.poolGain ?? 0,
      fromArbitrage: -taken,
      shareToBuilder: taken === 0 ? null : paid / taken,
    },
    gap: { median: 0.0033, p95: 0.0054, max: 0.0307 },
    counterfactual:
      options.compared === true
        ? {
            without: text("sandwichers"),
            seeds: 20,
            differences: [
              { measure: text("loss of traders, quote"), withIt: 4_520.2, withoutIt: 0, difference: 4_520.2, interval: [3_100.5, 5_939.9] },
              {
                measure: text("gain of liquidity providers, quote"),
                withIt: -71_000,
                withoutIt: -72_400,
                difference: 1_400,
                interval: [-210, 3_010],
              },
            ],
          }
        : null,
    blocks: read<BlockColumns>("blocks", []),
    extractions: { ...extractions, account: extractions.account.map(text), sender: extractions.sender.map(text) },
    transactions: {
      ...transactions,
      account: transactions.account.map(text),
      sender: transactions.sender.map(text),
      action: transactions.action.map(text),
      reason: transactions.reason.map((reason) => (reason === "" ? "" : text(reason))),
    },
  };
}

function share(hits: number, of: number, interval: readonly [number, number]): CountedShare {
  return { hits, of, share: hits / of, interval };
}

function readColumns(file: URL, texts: readonly string[]): Record<string, unknown[]> {
  const [head = [], ...rows] = parseCsv(readFileSync(file, "utf8").replace(/\r?\n/g, "\r\n"));
  const value = (name: string, cell: string): unknown =>
    name === "success" ? cell === "true" : texts.includes(name) ? cell : Number(cell);
  return Object.fromEntries(head.map((name, column) => [name, rows.map((row) => value(name, row[column] ?? ""))]));
}

function rowsOf<Row>(columns: { [K in keyof Row]: Row[K][] }): Row[] {
  const [first = []] = Object.values<unknown[]>(columns);
  return first.map((_, row) => Object.fromEntries(Object.entries<unknown[]>(columns).map(([name, column]) => [name, column[row]])) as Row);
}

function kindsOf(extractions: ExtractionColumns): KindRow[] {
  return (["arbitrage", "sandwich", "back-run", "liquidation"] as const).map((kind) => {
    const rows = extractions.kind.flatMap((each, row) => (each === kind ? [row] : []));
    const sum = (column: readonly number[]): number => rows.reduce((total, row) => total + (column[row] ?? 0), 0);
    const victims = rows.reduce(
      (total, row) => total + (extractions.victims[row] ?? "").split(" ").filter((place) => place !== "").length,
      0,
    );
    return {
      kind,
      count: rows.length,
      gross: sum(extractions.gross),
      toBuilder: sum(extractions.toBuilder),
      burned: sum(extractions.burned),
      net: sum(extractions.net),
      victims,
      victimLoss: sum(extractions.victimLoss),
      poolGain: sum(extractions.poolGain),
    };
  });
}
