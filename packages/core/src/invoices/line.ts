import type { invoiceLines } from "@tenantry/db/schema";
import { daysBetween } from "../kernel/clock.ts";
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
    ...explanation(line),
    usage: usage ?? null,
    usedBy: line.usedBy,
  };
}

/** What explains its amount; null throughout on lines that were issued before this was kept. */
function explanation({
  unitMinor,
  priorUnitMinor,
  priorQuantity,
  periodDays,
  periodFrom,
  periodTo,
  creditedMinor,
}: Line) {
  return {
    unitMinor: unitMinor === null ? null : asJson(unitMinor),
    prior:
      priorUnitMinor === null || priorQuantity === null
        ? null
        : { unitMinor: asJson(priorUnitMinor), quantity: priorQuantity },
    days: periodDays === null ? null : { charged: daysBetween(periodFrom, periodTo), of: periodDays },
    creditedMinor: creditedMinor === null ? null : asJson(creditedMinor),
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
