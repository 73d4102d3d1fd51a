import { AbiCoder, getCreateAddress, id, type TransactionLike } from "ethers";
import fc from "fast-check";
import { walletAddress } from "../../src/venues/chain/layout.ts";
import { scriptCode } from "./script-code.ts";
import type { Invitation } from "../../src/serve-crash.ts";

/** Something that a visitor does, with numbers that say how. */
export interface Act {
  readonly who: number;
  readonly kind: keyof typeof acts;
  /** Amount as a share of what a visitor has at the start, in parts of 10^6. */
  readonly ppm: number;
  readonly pick: number;
  readonly isFlipped: boolean;
}

/** What an act meets. */
export interface Scene {
  readonly addresses: Invitation["addresses"];
  readonly own: string;
  readonly base: bigint;
  readonly quote: bigint;
  /** Of the act's first transaction. */
  readonly nonce: number;
  readonly ppm: number;
  readonly pick: number;
  readonly isFlipped: boolean;
}

const MAX = (1n << 256n) - 1n;
const FAR = 4_000_000_000;

/** The call data of a function by its signature. */
export function call(signature: string, ...values: readonly unknown[]): string {
  const types = /\((.*)\)/.exec(signature)?.[1] ?? "";
  return (
    id(signature).slice(0, 10) +
    AbiCoder.defaultAbiCoder()
      .encode(types === "" ? [] : types.split(","), values)
      .slice(2)
  );
}

const at = (scene: Scene, name: string): string => scene.addresses[name] ?? "";
const weth = (scene: Scene): string => at(scene, "weth");
const usdc = (scene: Scene): string => at(scene, "usdc");
const share = (amount: bigint, { ppm }: Scene): bigint => (amount * BigInt(ppm)) / 1_000_000n + 1n;
const pairOf = (scene: Scene): string => at(scene, scene.pick % 3 === 0 ? "sidePair" : "pair");
const isToken0 = (scene: Scene): boolean => BigInt(weth(scene)) < BigInt(usdc(scene));
const outs = (scene: Scene, base: bigint, quote: bigint): readonly bigint[] => (isToken0(scene) ? [base, quote] : [quote, base]);

/** Everybody to whom something can be sent by mistake or in malice. */
function somebody(scene: Scene): string {
  const names = [
    "trader-1",
    "bridge",
    "lp",
    "other-lps",
    "coinbase",
    "arbitrageur-1",
    "lender",
    "oracle",
    "liquidator-1",
    "borrower-1",
    "visitor-2",
  ];
  const places = [
    ...names.map(walletAddress),
    ...["pair", "sidePair", "router", "factory", "lendingMarket", "weth", "usdc"].map((name) => at(scene, name)),
    `0x${"0".repeat(40)}`,
    `0x${"0".repeat(39)}4`,
    `0x${"5".repeat(40)}`,
  ];
  return places[scene.pick % places.length] ?? "";
}

const transfer = (scene: Scene, asset: "base" | "quote", to: string, amount = share(scene[asset], scene)): TransactionLike => ({
  to: asset === "base" ? weth(scene) : usdc(scene),
  data: call("transfer(address,uint256)", to, amount),
});
const next = (scene: Scene, steps = 0): string => getCreateAddress({ from: scene.own, nonce: scene.nonce + steps });
const borrower = (scene: Scene): string => walletAddress(`borrower-${1 + (scene.pick % 12)}`);
const lendingCall = (scene: Scene): string => {
  const auction = 1 + (scene.pick % 4);
  const calls = [
    call("kick(address)", borrower(scene)),
    call("bid(uint256,uint256,uint256)", auction, scene.base / 3n, share(scene.quote, scene)),
    call("settle(uint256)", auction),
    call("restart(uint256)", auction),
    call(
      "open(address,uint256,uint256)",
      scene.pick % 2 === 0 ? scene.own : somebody(scene),
      share(scene.base, scene),
      1n + BigInt(scene.ppm),
    ),
  ];
  return calls[scene.pick % calls.length] ?? "";
};
/** A little less than the pool would give. */
const outFor = (scene: Scene, isSell: boolean): readonly bigint[] =>
  isSell ? outs(scene, 0n, share(scene.quote, scene) / 4n) : outs(scene, share(scene.base, scene) / 4n, 0n);
const path = (scene: Scene): readonly string[] => (scene.isFlipped ? [usdc(scene), weth(scene)] : [weth(scene), usdc(scene)]);

/** What each kind of act sends, in order. */
const acts = {
  approve: (s: Scene) =>
    [weth(s), usdc(s), at(s, "pair")].flatMap((to) =>
      [at(s, "router"), at(s, "lendingMarket")].map((spender) => ({ to, data: call("approve(address,uint256)", spender, MAX) })),
    ),
  trade: (s: Scene) => [
    {
      to: at(s, "router"),
      data: call(
        "swapExactTokensForTokens(uint256,uint256,address[],address,uint256)",
        share(s.isFlipped ? s.quote : s.base, s),
        0,
        path(s),
        somebody(s),
        FAR,
      ),
    },
  ],
  tradeEther: (s: Scene) => [
    {
      to: at(s, "router"),
      value: BigInt(s.ppm) * 10n ** 12n,
      data: call("swapExactETHForTokens(uint256,address[],address,uint256)", 0, [weth(s), usdc(s)], s.own, FAR),
    },
  ],
  swap: (s: Scene) => [
    transfer(s, s.isFlipped ? "quote" : "base", pairOf(s)),
    { to: pairOf(s), data: call("swap(uint256,uint256,address,bytes)", ...outFor(s, !s.isFlipped), somebody(s), "0x") },
  ],
  swapBoth: (s: Scene) => [
    transfer(s, "base", pairOf(s)),
    transfer(s, "quote", pairOf(s)),
    { to: pairOf(s), data: call("swap(uint256,uint256,address,bytes)", ...outFor(s, s.isFlipped), s.own, "0x") },
  ],
  donate: (s: Scene) => [transfer(s, s.isFlipped ? "quote" : "base", pairOf(s))],
  skim: (s: Scene) => [{ to: pairOf(s), data: call("skim(address)", somebody(s)) }],
  sync: (s: Scene) => [{ to: pairOf(s), data: call("sync()") }],
  mint: (s: Scene) => [
    transfer(s, "base", pairOf(s)),
    transfer(s, "quote", pairOf(s)),
    { to: pairOf(s), data: call("mint(address)", s.isFlipped ? s.own : somebody(s)) },
  ],
  burn: (s: Scene) => [
    { to: pairOf(s), data: call("transfer(address,uint256)", pairOf(s), 10n ** 12n * BigInt(s.ppm)) },
    ...(s.isFlipped ? [] : [{ to: pairOf(s), data: call("burn(address)", somebody(s)) }]),
  ],
  liquidity: (s: Scene) => [
    s.isFlipped
      ? {
          to: at(s, "router"),
          data: call(
            "removeLiquidity(address,address,uint256,uint256,uint256,address,uint256)",
            weth(s),
            usdc(s),
            10n ** 12n * BigInt(s.ppm),
            0,
            0,
            s.own,
            FAR,
          ),
        }
      : {
          to: at(s, "router"),
          value: BigInt(s.ppm) * 10n ** 12n,
          data: call(
            "addLiquidityETH(address,uint256,uint256,uint256,address,uint256)",
            usdc(s),
            share(s.quote, s),
            0,
            0,
            somebody(s),
            FAR,
          ),
        },
  ],
  sendLiquidity: (s: Scene) => [{ to: at(s, "pair"), data: call("transfer(address,uint256)", somebody(s), BigInt(s.ppm)) }],
  wrap: (s: Scene) => [
    { to: weth(s), value: BigInt(s.ppm) * 10n ** 12n, data: s.isFlipped ? "0x" : call("deposit()") },
    { to: weth(s), data: call("withdraw(uint256)", BigInt(s.ppm) * 10n ** 11n) },
  ],
  sendEther: (s: Scene) => [{ to: somebody(s), value: BigInt(s.ppm) * 10n ** 11n }],
  sendToken: (s: Scene) => [transfer(s, s.isFlipped ? "quote" : "base", somebody(s), BigInt(s.ppm) * 1_000n)],
  payBuilder: (s: Scene) => [
    {
      value: BigInt(s.ppm) * 10n ** 11n,
      data: scriptCode([{ to: walletAddress("coinbase"), value: BigInt(s.ppm) * 10n ** 10n }], {
        selfDestruct: s.isFlipped ? next(s) : somebody(s),
      }),
    },
  ],
  failInside: (s: Scene) => [
    {
      value: 5n,
      data: scriptCode([
        { to: walletAddress("coinbase"), value: 5n },
        { to: pairOf(s), data: call("burn(address)", s.own) },
      ]),
    },
  ],
  failWithin: (s: Scene) => [
    {
      value: 9n,
      data: scriptCode([
        { to: at(s, "router"), value: 4n, mayFail: true },
        { to: somebody(s), value: 3n, mayFail: true },
        { to: pairOf(s), data: call("sync()"), value: 1n, mayFail: true },
      ]),
    },
  ],
  revert: () => [{ value: 7n, data: scriptCode([{ to: walletAddress("coinbase"), value: 7n }], "revert") }],
  outOfGas: (s: Scene) => [{ ...transfer(s, "base", somebody(s)), gasLimit: 24_000n }],
  forge: (s: Scene) => [
    {
      data: scriptCode([
        { topics: [id("Transfer(address,address,uint256)"), word(s.own), word(walletAddress("lp"))], data: `0x${"f".repeat(64)}` },
        { topics: [id("Poked(uint256)")], data: `0x${"1".repeat(64)}` },
        { topics: [id("Sync(uint112,uint112)")], data: `0x${"1".repeat(128)}` },
        {
          topics: [id("Kicked(uint256,address,uint256,uint256)"), word("0x1"), word(walletAddress("borrower-1"))],
          data: `0x${"1".repeat(128)}`,
        },
      ]),
    },
  ],
  flash: (s: Scene) => {
    const amount = share(s.base, s) / 8n;
    const runtime = scriptCode([{ to: weth(s), data: call("transfer(address,uint256)", pairOf(s), amount + amount / 100n + 1n) }]);
    return [
      transfer(s, "base", next(s, 1), amount / 50n + 2n),
      { data: scriptCode([], { deploy: runtime }), gasLimit: 1_000_000n },
      { to: pairOf(s), data: call("swap(uint256,uint256,address,bytes)", ...outs(s, amount, 0n), next(s, 1), "0x01") },
    ];
  },
  lend: (s: Scene) => [{ to: at(s, "lendingMarket"), data: lendingCall(s) }],
  lendByContract: (s: Scene) => [
    transfer(s, "base", next(s, 2)),
    transfer(s, "quote", next(s, 2)),
    {
      gasLimit: 2_000_000n,
      data: scriptCode([
        ...[weth(s), usdc(s)].map((to) => ({ to, data: call("approve(address,uint256)", at(s, "lendingMarket"), MAX) })),
        { to: at(s, "lendingMarket"), data: lendingCall(s) },
      ]),
    },
  ],
  poke: (s: Scene) => [{ to: at(s, "oracle"), data: s.isFlipped ? call("poke()") : call("poke(uint256)", 1) }],
} as const satisfies Readonly<Record<string, (scene: Scene) => readonly TransactionLike[]>>;

const kinds = Object.keys(acts) as (keyof typeof acts)[];

export const someAct: fc.Arbitrary<Act> = fc.record({
  who: fc.integer({ min: 0, max: 2 }),
  kind: fc.constantFrom(...kinds),
  ppm: fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 200_000 })),
  pick: fc.nat({ max: 1_000 }),
  isFlipped: fc.boolean(),
});

/** What an act sends where it happens. */
export function transactionsOf(kind: Act["kind"], scene: Scene): readonly TransactionLike[] {
  return acts[kind](scene);
}

function word(address: string): string {
  return `0x${address.slice(2).padStart(64, "0")}`;
}
