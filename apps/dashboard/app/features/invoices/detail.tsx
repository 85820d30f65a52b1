import { partiesOf } from "@tenantry/core/invoices/parties";
import { readInvoice } from "@tenantry/core/invoices/read";
import { isOwed } from "@tenantry/core/invoices/state";
import { may } from "@tenantry/core/kernel/authorize";
import { Outlet } from "react-router";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { useLookAgain } from "../../ui/use-look-again.ts";
import type { Route } from "./+types/detail";
import { InvoiceDetail } from "./detail-screen.tsx";
import { rightsOf } from "./rights.server.ts";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, "invoice.read");
  const { id } = params;
  const invoice = partiesOf(await load(readInvoice(ctx, { id })));
  const { link } = invoice;
  // Without a mail service what is sent goes no further than the outbox.
  const mails = invoice.mails.map((mail) =>
    mail.state === "sent" && ctx.app.config.demo ? { ...mail, state: "outbox" as const } : mail,
  );
  return {
    invoice: { ...invoice, mails },
    linkIsPast: link !== null && isOwed(invoice) && new Date(link.expiresAt) <= ctx.now,
    rights: rightsOf(ctx.actor, invoice),
    logTo: may(ctx.actor, "audit.list") ? `/settings/audit?q=${id}` : undefined,
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  useLookAgain(loaderData.invoice.pending);
  return (
    <InvoiceDetail {...loaderData}>
      <Outlet />
    </InvoiceDetail>
  );
}
