import { partiesOf } from "@tenantry/core/invoices/parties";
import { spacedIban } from "@tenantry/core/legal-entities/bank";
import { openPaymentLink } from "@tenantry/core/payment-links/open";
import { payByLink } from "@tenantry/core/payment-links/pay";
import { data, redirect } from "react-router";
import { asVisitor, opened } from "../../request/as-visitor.server.ts";
import { secretAddress } from "../../request/secret-address.ts";
import { fieldsOf, refused, submit } from "../../request/verbs.server.ts";
import type { Route } from "./+types/open";
import { DeadPaymentLink } from "./dead-screen.tsx";
import { lookAgain, stageOf } from "./looks.server.ts";
import { OpenedLink } from "./open-screen.tsx";
import { linkedPdf } from "./pdf.server.ts";

export const handle = { public: true, plain: true };

export function headers({ loaderHeaders }: Route.HeadersArgs) {
  const refresh = loaderHeaders.get("refresh");
  return { ...secretAddress(), ...(refresh && { refresh }) };
}

export function meta() {
  return [{ name: "robots", content: "noindex" }];
}

/** The same address gives the file where `format=pdf` asks for it; a link that opens nothing says so as a page. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, context, params }, next) => {
    const asksPdf = new URL(request.url).searchParams.get("format") === "pdf";
    const isRead = request.method === "GET" || request.method === "HEAD";
    const file = asksPdf && isRead ? await linkedPdf(context, params.token) : undefined;
    return file ?? next();
  },
];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, face } = asVisitor(context);
  const link = await opened(openPaymentLink(ctx, { token: params.token }));
  if (!link) return data({ tenant: face, invoice: null }, { status: 410 });
  const { pending, ...invoice } = link;
  const own = `/pay/${params.token}`;
  const { searchParams } = new URL(request.url);
  const stage = stageOf(searchParams, { ...invoice, pending });
  if (stage === "over" && searchParams.size > 0) throw redirect(own, { headers: secretAddress() });
  const overdue = invoice.state === "open" && new Date(invoice.dueAt) <= ctx.now && !link.coming.length;
  const { account } = invoice;
  const shown = {
    ...partiesOf(invoice),
    overdue,
    account: account && { ...account, iban: spacedIban(account.iban) },
  };
  const isUnderWay = stage === "said" || stage === "booking";
  const headers = isUnderWay ? lookAgain(own, searchParams) : undefined;
  return data({ tenant: face, invoice: shown, stage, own }, { headers });
}

/** Sends the payer on to the gateway. Whoever comes after the invoice was paid, or a payment begun, is shown that instead. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx } = asVisitor(context);
  const form = await request.formData();
  const { payerEmail } = fieldsOf(form, "payerEmail");
  const again = form.has("again");
  const outcome = await submit(form, () => payByLink(ctx, { token: params.token, payerEmail, again }));
  if (!("state" in outcome)) return redirect(outcome.done.url, { headers: secretAddress() });
  if (outcome.code === "invoice_not_open" || outcome.code === "payment_coming")
    return redirect(`/pay/${params.token}`, { headers: secretAddress() });
  return refused(outcome);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  if (!loaderData.invoice) return <DeadPaymentLink tenant={loaderData.tenant} />;
  return <OpenedLink {...loaderData} state={actionData?.state} />;
}
