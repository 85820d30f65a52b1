import type { invoiceLines } from "@tenantry/db/schema";
import { asJson } from "../kernel/money.ts";
import type { LineUsage } from "../overages/schemas.ts";

/** A line as whoever may see the invoice sees it. */
export function shownLine(line: typeof invoiceLines.$inferSelect, usage: LineUsage | undefined) {
  const { planName, kind, quantity, periodFrom, periodTo, taxBps, taxReason } = line;
  return {
    ...{ plan: planName, kind, quantity, from: periodFrom, to: periodTo, taxBps, taxReason },
    netMinor: asJson(line.netMinor),
    taxMinor: asJson(line.taxMinor),
    usage: usage ?? null,
  };
}
