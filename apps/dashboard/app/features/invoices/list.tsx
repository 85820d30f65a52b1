import { listInvoices } from "@tenantry/core/invoices/list";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { listAddressWith, sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/list";
import type { DayRange } from "./day-range.ts";
import { path, readInvoicesAddress } from "./list-address.server.ts";
import { InvoicesList } from "./list-screen.tsx";
import type { InvoicesFilter } from "./list-toolbar.tsx";
import { invoiceKinds, solds } from "./types.ts";

const perPage = 25;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "invoice.list");
  const { address, question } = readInvoicesAddress(request);
  const { invoices, ...ends } = await load(listInvoices(ctx, { ...question, limit: perPage }), request);
  const { q, cursor: _, ...keep } = address;
  const to = (change: Record<string, string | undefined>) => listAddressWith(path, address, change);
  const filterOf = (
    by: Exclude<InvoicesFilter["by"], "issued" | "paidOn">,
    values: readonly string[],
    nameOf?: (value: string) => string | undefined,
  ): InvoicesFilter => {
    const value = address[by];
    const applied = value && { value, name: nameOf?.(value), removeTo: to({ [by]: undefined }) };
    return {
      by,
      applied: applied || undefined,
      choices: values.map((one) => ({ value: one, to: to({ [by]: one }) })),
    };
  };
  const filters = [
    filterOf("state", ["open", "paid", "void", "uncollectible"]),
    filterOf("kind", invoiceKinds),
    // An agency buys nothing here.
    filterOf("sold", tenant.kind === "agency" ? ["own", "others"] : solds),
  ];
  if (address.customer) filters.push(filterOf("customer", [], () => invoices[0]?.customer.name));
  // What reports and the home page lead here with: it can be seen and taken away, and is not offered.
  for (const by of ["reseller", "currency", "needs"] as const)
    if (address[by]) filters.push(filterOf(by, []));
  const { from, to: until, paidFrom, paidTo } = address;
  const daysOf = (by: "issued" | "paidOn", days: DayRange, none: Record<string, undefined>) => {
    if (days.from || days.to)
      filters.push({ by, applied: { value: by, days, removeTo: to(none) }, choices: [] });
  };
  daysOf("issued", { from, to: until }, { from: undefined, to: undefined });
  daysOf("paidOn", { from: paidFrom, to: paidTo }, { paidFrom: undefined, paidTo: undefined });
  return {
    rows: invoices,
    // Numbers of reports are net.
    showsNet: from !== undefined || until !== undefined,
    view: {
      query: q ?? "",
      keep,
      filters,
      clearTo: path,
      exportTo: listAddressWith("/invoices.csv", address, {}),
    },
    issued: sortLinks(path, address, address.sort ?? "-issued", "issued"),
    paging: pagingOf(path, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <InvoicesList {...loaderData} />;
}
