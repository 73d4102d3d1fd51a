import { UNISWAP_V2 } from "../../core/uniswap-v2-name.ts";

/** What holds where neither command line nor configuration says anything. Engines are built in task by task. */
export const BUILT_IN = { scenario: "black-thursday-2020", seed: 1, out: "results", set: {}, pools: {}, pool: UNISWAP_V2 } as const;
