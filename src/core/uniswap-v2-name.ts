/** Name of the published pair among pools. */
export const UNISWAP_V2 = "uniswap-v2";
