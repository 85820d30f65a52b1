import paper from "./en/paper.json" with { type: "json" };

/** Words that stand on invoices and credit notes, on a page and as a file alike. */
export const paperWords = paper;
