import { and, type Column, eq, ne } from "drizzle-orm";

/** What is sold: who sells it, and who buys. */
interface Sale {
  sellerId: Column;
  customerId: Column;
}

/** Whose sale it is, as the caller would say: its own, one of others to whom it sees, or one to itself. */
export const soldBy = {
  own: ({ sellerId }: Sale, caller: string) => eq(sellerId, caller),
  others: ({ sellerId, customerId }: Sale, caller: string) =>
    and(ne(sellerId, caller), ne(customerId, caller)),
  bought: ({ customerId }: Sale, caller: string) => eq(customerId, caller),
};
