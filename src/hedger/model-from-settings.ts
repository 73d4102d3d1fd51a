import { blackScholesModel } from "./black-scholes-model.ts";
import { hestonModel } from "./heston-model.ts";
import { mertonModel } from "./merton-model.ts";
import type { PriceModel } from "./price-model.ts";
import type { HedgerSettings } from "./settings.ts";

/** The model of option prices that the settings name. */
export function modelFrom(settings: HedgerSettings): PriceModel {
  switch (settings.model) {
    case "black-scholes":
      return blackScholesModel();
    case "merton":
      return mertonModel(settings);
    case "heston":
      return hestonModel(settings);
  }
}
