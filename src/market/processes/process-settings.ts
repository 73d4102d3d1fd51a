import { z } from "zod";
import { blockBootstrapSettings } from "./block-bootstrap.ts";
import { gbmSettings } from "./gbm.ts";
import { hawkesSettings } from "./hawkes.ts";
import { hestonSettings } from "./heston.ts";
import { kouSettings } from "./kou.ts";
import { mertonSettings } from "./merton.ts";

/** Settings of any process, told apart by `kind`. */
export const processSettings = z.discriminatedUnion("kind", [
  gbmSettings,
  mertonSettings,
  kouSettings,
  hawkesSettings,
  hestonSettings,
  blockBootstrapSettings,
]);

/** As a user writes them: what has a default may be left out. */
export type ProcessSettings = z.input<typeof processSettings>;
