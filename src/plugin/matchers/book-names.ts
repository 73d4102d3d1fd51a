import type { BookName } from "../../core/result.ts";
import { bookWords } from "./book-words.ts";

/** Every book that a run can have. */
export const bookNames = Object.keys(bookWords) as readonly BookName[];
