const HALVINGS = 80;

/** How a market answers a trade. */
export interface ImpactTerms {
  /** What the two impacts are measured in, in base: the tokens that are the whole of the market, or those that a day turns over. */
  readonly depth: number;
  /** Lasting log move of the price per `depth` bought; at least 0. Over a value bought it is permanent/(depth·price). */
  readonly permanent: number;
  /** Share of the price that a trade of `depth` pays on top, and nobody after it; at least 0. */
  readonly temporary: number;
}

/** What a trade paid, and what it left behind. */
export interface ImpactedTrade {
  /** Paid, in quote; negative when received. Temporary cost included. */
  readonly quote: number;
  /** That part of it that is temporary, in quote; never negative. */
  readonly temporaryCost: number;
  /** What to add to the log of the price, for everybody and for good. */
  readonly logMove: number;
}

/** A market that answers. */
export interface LinearImpact {
  /** Largest sale, in base, that is still paid for: at it the average price, both impacts included, is 0. Infinity without temporary impact. */
  readonly largestSale: number;
  /**
   * @param base bought; negative when sold
   * @param price before the trade, with what earlier trades have left in it
   * @throws RangeError for a sale above the largest, which it names
   */
  trade(base: number, price: number): ImpactedTrade;
}

/**
 * Permanent and temporary impact, both linear in the amount traded (Almgren and Chriss 2001, Optimal execution of portfolio transactions, Journal of Risk 3:5–39,
 * section 1.2), with the permanent one taken in logs: price = path·e^(permanent·X/depth), X being all base that agents have bought so far, net. Where moves
 * are small that is their model; where they are not, the price stays positive, the order of trades does not matter, and a programme's loop gain is
 * exactly impact·∂H/∂ln p (theory 4.4 and 4.5).
 *
 * A trade pays every price that it passes, p·(e^(κb) − 1)/κ with κ = permanent/depth, and besides p·temporary·b²/depth. Trades that sum to 0 so pay
 * Σ (F(i + 1) − F(i))·(e^(κX(i)) − 1)/κ less than nothing plus their temporary costs, F being the path: on a path that nobody can foretell they earn
 * nothing on average, whatever they do. That is the absence of price manipulation, and the reason for linear permanent impact (Huberman and Stanzl 2004,
 * Price manipulation and quasi-arbitrage, Econometrica 72:1247–1275).
 *
 * @throws RangeError for a depth that is not positive, and for an impact below 0
 */
export function linearImpact({ depth, permanent, temporary }: ImpactTerms): LinearImpact {
  if (!(depth > 0)) throw new RangeError(`a market of depth ${depth}`);
  if (!(permanent >= 0 && temporary >= 0)) throw new RangeError(`impact below 0: permanent ${permanent}, temporary ${temporary}`);
  const largestSale = largest(permanent, temporary) * depth;
  return {
    largestSale,
    trade(base, price) {
      if (!(-base <= largestSale)) {
        throw new RangeError(`a sale of ${-base} base at ${price} would have to pay the buyer; the largest sale is ${largestSale}`);
      }
      const logMove = (permanent * base) / depth;
      const temporaryCost = (price * temporary * base * base) / depth;
      return { quote: price * base * meanOnTheWay(logMove) + temporaryCost, temporaryCost, logMove };
    },
  };
}

/** Mean of the prices that a trade passes over the first of them. */
function meanOnTheWay(logMove: number): number {
  return logMove === 0 ? 1 : Math.expm1(logMove) / logMove;
}

/** The u, in depths, at which (1 − e^(−λu))/(λu) = ηu: the left side falls from 1, the right rises from 0 and is 1 at 1/η. */
function largest(permanent: number, temporary: number): number {
  if (temporary === 0) return Infinity;
  let [low, high] = [0, 1 / temporary];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (meanOnTheWay(-permanent * middle) > temporary * middle) low = middle;
    else high = middle;
  }
  return high;
}
