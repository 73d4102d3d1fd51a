/** Colours of the heat maps' steps; the text on them is the page's ink. */
interface HeatColors {
  /** From the desk's orange over the page's wash to the hedged LP's teal. */
  readonly diverging: readonly string[];
  readonly sequential: readonly string[];
}

/** Even steps in Oklab (Ottosson 2020, A perceptual color space for image processing), no further from the page than its ink stays readable on. */
export const heatColors: Readonly<Record<"light" | "dark", HeatColors>> = {
  light: {
    diverging: ["#df8144", "#e59868", "#e9ae88", "#edc3a8", "#f0d9c8", "#f1eee7", "#d0e0d7", "#afd2c6", "#8dc4b6", "#68b6a6", "#3ba897"],
    sequential: ["#f1eee7", "#e0e4e6", "#cfdbe6", "#bed1e5", "#aec7e3", "#9dbde2", "#8cb3e0", "#7ba9de", "#6a9fdc"],
  },
  dark: {
    diverging: ["#a14a12", "#874420", "#6e3e27", "#56382b", "#3e302d", "#26282d", "#283638", "#274543", "#24544e", "#1d6359", "#0c7365"],
    sequential: ["#26282d", "#28303c", "#2a374b", "#2b3f5a", "#2c476a", "#2c4e7a", "#2c568b", "#2b5e9c", "#2a66ad"],
  },
};
