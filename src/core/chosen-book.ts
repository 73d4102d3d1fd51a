/** The books that are there when the settings name them: `hedger.desk` and `hedger.insurance`. The others always are. */
export type ChosenBook = "desk" | "insurer";
