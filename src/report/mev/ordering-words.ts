import { wordFor } from "./word-for.ts";

const words: Readonly<Record<string, string>> = {
  "priority-fee": "in a public auction: who pays more for gas stands first, and all see each other's offers",
  "first-price": "in a public auction: who pays the builder more for its gas stands first, payments beside gas counted",
  "first-come": "by arrival: who was first stands first",
  "bundle-auction":
    "by sealed bids: bundles, which stand together or not at all, go to who pays the builder most; public transactions follow by price of gas",
  random: "by chance: nobody can buy a better place",
};

/** How the builder ordered blocks, in a sentence's end; an ordering that is not known by its own name. */
export function orderingWords(ordering: string): string {
  return wordFor(words, ordering);
}
