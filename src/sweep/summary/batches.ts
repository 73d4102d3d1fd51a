/**
 * Columns of numbers that are too long to be held, to be read any number of times: each call starts anew at the first batch. A batch has one array a
 * column, always the same columns; its arrays are equally long, any length, 0 too. Each call gives the same batches in the same order.
 */
export type Batches = () => AsyncIterable<readonly Float64Array[]>;
