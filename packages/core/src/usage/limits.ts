/** Most events in one call. */
export const largestBatch = 1_000;

/** Most units one event may carry; keeps every total exact in JSON. */
export const largestQuantity = 1_000_000_000;
