import { LP } from "../../core/account-names.ts";
import type { BookName } from "../../core/result.ts";
import { priceNumber, toQuote } from "../../core/units.ts";
import { chosenDesk } from "../../hedger/chosen-desk.ts";
import type { Claim } from "../../hedger/claim.ts";
import { yearsToExpiry } from "../../hedger/years-to-expiry.ts";
import { recordedVolatility } from "../../hedger/recorded-volatility.ts";
import { slopedVolatility } from "../../hedger/sloped-volatility.ts";
import { pauseInHalt } from "../../hedger/policies/pause-in-halt.ts";
import { policyFrom } from "../../hedger/policy-from-settings.ts";
import { transferPostings } from "../../ledger/accounts.ts";
import { crowdOf } from "../crowd-of.ts";
import { type Moment, momentOf } from "../moment.ts";
import { post, type Simulation } from "../simulation.ts";
import type { World } from "../world.ts";
import type { Book } from "./book.ts";
import { Hedge } from "./hedge.ts";
import { holdBook } from "./hold-book.ts";
import { insurerBook } from "./insurer-book.ts";
import { lpBook } from "./lp-book.ts";
import { LpShare } from "./lp-share.ts";
import { optionBook } from "./option-book.ts";

/** Who bought the options that the desks sold. */
const OPTION_BUYER = "option-buyer";

/** The position that the books share, and the books in the order in which they are read. */
export interface Books {
  readonly share: LpShare;
  readonly all: readonly Book[];
  /** Years to expiry at a time. */
  readonly tau: (time: number) => number;
}

/** Opens every book with the same capital: what the liquidity position is worth at the start. */
export function openBooks(world: World, sim: Simulation): Books {
  const { hedger, market, mempool } = world.settings;
  const { squareRootClaim, straddle } = sim.parts;
  const priceE8 = world.prices[0] ?? 0n;
  const price = priceNumber(priceE8);
  const start = momentOf(world, 0);
  const share = new LpShare(sim.accounts.balance(LP, "chain", "liquidity"), sim.pool, priceE8);
  const capital = share.value;
  const base = share.base;
  const quote = capital - base * price;
  const years = yearsToExpiry(hedger.expiryDays, 0);
  const volatility = hedger.impliedVolatility;

  const policy = policyFrom(hedger, mempool.blockSeconds);
  const cash = hedger.marginCash === 0 ? Infinity : hedger.marginCash * capital;
  const hedgeOf = (name: BookName, marginCash = cash): Hedge =>
    new Hedge(sim, {
      account: name,
      policy: hedger.inHalts === "pause" ? pauseInHalt(policy) : policy,
      market,
      marginRate: hedger.marginRate,
      marginCash,
      markAge: hedger.markAge,
      crowd: name === hedger.mover ? { alike: crowdOf(hedger, market, capital), isRemembered: true } : { alike: 1, isRemembered: false },
      isMistaken: hedger.markAge > 0 || hedger.hedgeVolatility > 0 || hedger.indexStaleness > 0,
      band: (hedger.band * capital) / price,
    });
  /** Gives a desk its capital, lets it buy its claim for what it is worth (or sell it, when that is negative), and hands over the hedge. */
  const deskOf = (name: BookName, claim: Claim): Hedge => {
    sim.accounts.open(name, "reference", "quote", toQuote(capital));
    const paid = toQuote(claim.value(price, years, volatility));
    const [desk, buyer] = [
      { account: name, place: "reference" },
      { account: OPTION_BUYER, place: "reference" },
    ] as const;
    post(sim, transferPostings(desk, buyer, "quote", paid), priceE8);
    return hedgeOf(name);
  };

  const twin = squareRootClaim(capital / squareRootClaim(1).value(price, years, volatility));
  const oneGamma = straddle(-1, price).greeks(price, years, volatility).gamma * price * price;
  const short = straddle(-(share.dollarGamma / oneGamma), price);
  const expiry = `${hedger.expiryDays}-day`;
  const { volatilityIndex } = world;
  const levelAt =
    hedger.volatilityMarks === "recorded" && volatilityIndex !== null
      ? recordedVolatility(volatilityIndex.times, volatilityIndex.levels, volatility)
      : () => volatility;
  const option = {
    volatilityAt: ({ time, to }: Moment) => slopedVolatility(levelAt(time), hedger.volatilitySlope, to / price),
    hedgeVolatility: hedger.hedgeVolatility === 0 ? null : hedger.hedgeVolatility,
    tau: years,
  };
  const desks = (): readonly Book[] => {
    const vega = twin.greeks(price, years, volatility).vega;
    const claim = chosenDesk(hedger, { spot: price, tau: years, vol: volatility }, { dollarGamma: share.dollarGamma, vega, capital });
    if (claim === null) return [];
    const title = `${hedger.deskSide} ${claim.name.replace("-", " ")}`;
    const collateral = `cash and what a ${expiry} ${title} cost or brought, matched by ${hedger.deskSize.replace("-", " ")}`;
    return [optionBook({ ...option, name: "desk", title, collateral, claim }, deskOf("desk", claim), start)];
  };
  const insurers = (): readonly Book[] => {
    const { insurance: rule, floor, multiple } = hedger;
    if (rule === "none") return [];
    sim.accounts.open("insurer", "reference", "quote", toQuote(capital));
    const insurer = { rule, floor: floor * capital, multiple, volatility, tau: years };
    return [insurerBook(insurer, hedgeOf("insurer", Infinity), start)];
  };
  return {
    share,
    tau: (time) => yearsToExpiry(hedger.expiryDays, time - (world.times[0] ?? 0)),
    all: [
      holdBook(base, quote, price),
      lpBook(share, null, start),
      lpBook(share, hedgeOf("hedged-lp"), start),
      optionBook(
        {
          ...option,
          name: "option-twin",
          title: "option twin",
          collateral: `the ${expiry} square-root claim that the same capital buys: dollar gamma −V/4 like the pool's, theta in place of fees`,
          claim: twin,
        },
        deskOf("option-twin", twin),
        start,
      ),
      optionBook(
        {
          ...option,
          name: "short-straddle",
          title: "short straddle",
          collateral: `cash and the premium of short ${expiry} at-the-money straddles, as many as give the pool's dollar gamma at the start`,
          claim: short,
        },
        deskOf("short-straddle", short),
        start,
      ),
      ...desks(),
      ...insurers(),
    ],
  };
}
