/** Axes to sweep over in tests, with numbers and with words. */
export const someAxes = {
  fee: { key: "pool.fee", values: [0.0005, 0.003, 0.01] },
  interval: { key: "hedger.interval", values: [1, 25, 100, 400] },
  policy: { key: "hedger.policy", values: ["interval", "band"] },
  desk: { key: "hedger.desk", values: ["none", "call", "iron-condor"] },
  insurance: { key: "hedger.insurance", values: ["none", "cppi"] },
  volatility: { key: "market.volatilityPerDay", values: [0.02, 0.05, 0.1, 0.2, 0.4] },
};
