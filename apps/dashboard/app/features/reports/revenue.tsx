import { monthOf } from "@tenantry/core/kernel/clock";
import { readTogether } from "@tenantry/core/kernel/together";
import { listReport } from "@tenantry/core/reports/list";
import { reportRevenue } from "@tenantry/core/reports/revenue";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/revenue";
import { path, rangeView, readReportAddress } from "./address.server.ts";
import { drawMonths } from "./draw-months.ts";
import { RevenueReport } from "./revenue-screen.tsx";
import type { CurrencyReport, Revenue } from "./types.ts";

const perPage = 25;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "report.revenue");
  const place = { ...ctx, tenant };
  const asked = readReportAddress(request, place);
  const { address, range, question } = asked;
  const ofAgency = tenant.kind === "agency";
  const { report, rows, ...ends } = await load(
    readTogether(ctx, async (ask) => {
      const days = { from: range.from, to: range.to };
      const { sold } = question;
      const own = await ask(reportRevenue, { ...days, sold });
      // Who sells for the agency has no sales of its own to begin with.
      const others = !ofAgency && !sold && own.currencies.length === 0;
      const seen = others ? await ask(reportRevenue, { ...days, sold: "others" }) : own;
      const report = seen.currencies.length > 0 ? seen : own;
      return { report, ...(await ask(listReport, { ...question, sold: report.sold, limit: perPage })) };
    }),
    request,
  );
  const { sold, before, currencies } = report;
  const sort = address.sort ?? "-revenue";
  const columns = ["name", "revenue", "paid", "commission", "mrr"] as const;
  return {
    ofAgency,
    sold,
    by: address.by === "reseller" ? ("reseller" as const) : ("customer" as const),
    before,
    currencies: currencies.map((one) => drawn(one, range)),
    rows,
    view: rangeView({ now: ctx.now, tenant }, asked, sold),
    sorts: Object.fromEntries(columns.map((column) => [column, sortLinks(path, address, sort, column)])),
    paging: pagingOf(path, address, perPage, ends),
  };
}

function drawn(
  { currency, now, before, mrrMinor, months }: Revenue["currencies"][number],
  range: { from: string; to: string },
): CurrencyReport {
  const values = months.map(({ month, revenueMinor }) => ({ month, value: revenueMinor }));
  return {
    ...{ currency, now, before, mrrMinor },
    months: months.map(({ month, revenueMinor }) => {
      const { from, to } = monthOf(`${month}-01`);
      return {
        ...{ month, revenueMinor },
        from: month === range.from.slice(0, 7) ? range.from : from,
        to: month === range.to.slice(0, 7) ? range.to : to,
      };
    }),
    drawing: months.length > 1 ? drawMonths(values) : undefined,
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <RevenueReport {...loaderData} />;
}
