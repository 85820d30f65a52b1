import { dayOf, monthOf, plusDays, plusMonths } from "@tenantry/core/kernel/clock";
import type { Tenant } from "@tenantry/core/kernel/ctx";
import type { listReport } from "@tenantry/core/reports/list";
import { daysAsked, isRange } from "@tenantry/core/reports/range";
import { reportSorts } from "@tenantry/core/reports/schemas";
import { calendarDay, listAddressWith, readListAddress } from "../../request/list-address.server.ts";
import type { Group, RangeView, Sold } from "./types.ts";

export const path = "/reports";

const forms = {
  from: calendarDay,
  to: calendarDay,
  sold: /^(own|others)$/,
  by: /^(customer|reseller)$/,
  sort: new RegExp(`^(${reportSorts.join("|")})$`),
};

type Place = Parameters<typeof daysAsked>[0];
type Question = Parameters<typeof listReport>[1];

/** What a report's address says, and the question it asks. Days that are no range leave the month so far. */
export function readReportAddress(request: Request, place: Place) {
  const { from, to, ...rest } = readListAddress(request, forms);
  const given = { from, to };
  const wrong = !isRange(daysAsked(place, given));
  const days = wrong ? {} : given;
  const address = { ...days, ...rest };
  // The forms let the verb's own values through and no others.
  return { address, wrong, range: daysAsked(place, days), question: address as Question };
}

/** What the bar over a report needs. Only an agency's sales go through different resellers. */
export function rangeView(
  { now, tenant }: { now: Date; tenant: Tenant },
  asked: ReturnType<typeof readReportAddress>,
  sold: Sold,
): RangeView {
  const { address, wrong, range } = asked;
  const to = (change: Record<string, string | undefined>) => listAddressWith(path, address, change);
  const today = dayOf(now, tenant.billingZone);
  const first = monthOf(today).from;
  const year = Number(today.slice(0, 4));
  const spans = {
    thisMonth: { from: first, to: today },
    lastMonth: monthOf(plusMonths(first, -1)),
    thisYear: { from: `${year}-01-01`, to: today },
    lastYear: { from: `${year - 1}-01-01`, to: plusDays(`${year}-01-01`, -1) },
  };
  const by: Group = address.by === "reseller" ? "reseller" : "customer";
  const { sold: whose, by: group, sort } = address;
  const keep = Object.entries({ sold: whose, by: group, sort });
  return {
    ...range,
    wrong,
    presets: (["thisMonth", "lastMonth", "thisYear", "lastYear"] as const).map((name) => ({
      name,
      to: to({ ...spans[name] }),
      current: spans[name].from === range.from && spans[name].to === range.to,
    })),
    sold: (["own", "others"] as const).map((value) => ({
      ...{ value, current: value === sold, to: to({ sold: value }) },
    })),
    by:
      tenant.kind === "agency"
        ? (["customer", "reseller"] as const).map((value) => ({
            ...{ value, current: value === by, to: to({ by: value }) },
          }))
        : [],
    keep: keep.filter((entry): entry is [string, string] => entry[1] !== undefined),
    exportTo: listAddressWith("/reports.csv", { ...address, sold }, {}),
  };
}
