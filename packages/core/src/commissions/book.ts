import type { commissions } from "@tenantry/db/schema";
import type { Desk } from "../kernel/desk.ts";
import { bookTransfers } from "../ledger/book.ts";

/** Books what a seller owes its resellers from now on, or no longer. */
export async function bookCommissions(
  desk: Desk,
  book: string,
  rows: Required<
    Pick<typeof commissions.$inferInsert, "id" | "resellerId" | "distributorId" | "currency" | "amountMinor">
  >[],
): Promise<void> {
  await bookTransfers(
    desk,
    rows.map(({ id, resellerId, distributorId, currency, amountMinor }) => {
      const owed = `commission_owed:${resellerId}` as const;
      const back = amountMinor < 0n;
      return {
        ...{ book, resellerId, distributorId, currency, source: { kind: "commission" as const, id } },
        ...(back
          ? { kind: "taken_back", debit: owed, credit: "commission" as const, amountMinor: -amountMinor }
          : { kind: "earned", debit: "commission" as const, credit: owed, amountMinor }),
      };
    }),
  );
}
