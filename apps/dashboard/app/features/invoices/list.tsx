import { listInvoices } from "@tenantry/core/invoices/list";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { listAddressWith, sortLinks } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/list";
import { path, readInvoicesAddress } from "./list-address.server.ts";
import { InvoicesList } from "./list-screen.tsx";
import type { InvoicesFilter } from "./list-toolbar.tsx";
import { invoiceKinds } from "./types.ts";

const perPage = 25;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "invoice.list");
  const { address, question } = readInvoicesAddress(request);
  const { invoices, ...ends } = await load(listInvoices(ctx, { ...question, limit: perPage }), request);
  const { q, cursor: _, ...keep } = address;
  const to = (change: Record<string, string | undefined>) => listAddressWith(path, address, change);
  const filterOf = (
    by: InvoicesFilter["by"],
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
  ];
  if (address.customer) filters.push(filterOf("customer", [], () => invoices[0]?.customer.name));
  return {
    rows: invoices,
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
