import type { invoiceLines } from "@tenantry/db/schema";
import { asJson } from "../kernel/money.ts";
import type { LineUsage } from "../overages/schemas.ts";
import { frozenOf } from "./frozen.ts";

type Line = typeof invoiceLines.$inferSelect;

/** A line as whoever may see the invoice sees it. */
export function shownLine(line: Line, usage: LineUsage | undefined) {
  const { planName, kind, quantity, periodFrom, periodTo, taxBps, taxReason } = line;
  return {
    ...{ plan: planName, kind, quantity, from: periodFrom, to: periodTo, taxBps, taxReason },
    netMinor: asJson(line.netMinor),
    taxMinor: asJson(line.taxMinor),
    usage: usage ?? null,
    usedBy: line.usedBy,
  };
}

/** A line as its seller and its reseller see it: with the rate that is frozen on it. */
export function soldLine(line: Line, usage: LineUsage | undefined) {
  const frozen = frozenOf(line);
  return {
    ...shownLine(line, usage),
    ...{ position: line.position, subscriptionId: line.subscriptionId },
    rate: "none" in frozen ? frozen : { source: frozen.rate.source, rateBps: frozen.rate.rateBps },
  };
}
