import type { Tx } from "@tenantry/db";
import { dunningSteps, invoices, type mails } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { stepDays } from "../../dunning/schedule.ts";
import { readPaper } from "../../invoices/paper.ts";
import { printedPaper } from "../../invoices/printed.ts";
import { selectInvoices } from "../../invoices/row.ts";
import { type Printed, printed } from "../../invoices/schemas.ts";
import type { Config } from "../../kernel/ctx.ts";
import { type Desk, openDesk } from "../../kernel/desk.ts";
import { sellerAccount } from "../../legal-entities/seller-account.ts";
import { newPaymentLink, renewedLink } from "../../payment-links/new.ts";
import { revokeLinks } from "../../payment-links/revoke-links.ts";
import { currentLink, linkUrl } from "../../payment-links/url.ts";
import { isAwaited } from "../../payments/coming.ts";
import { dayIn } from "../../words/moment.ts";
import { moneyIn } from "../../words/money.ts";

type Context = "first" | "again" | "last" | "unlinked";

interface Front {
  name: string;
  color: string;
  host: string;
}

/** What a mail about an invoice or credit note says, where it leads, and the document itself. */
export interface AboutDocument {
  words: Record<string, string>;
  context: Context | undefined;
  /** Where it is paid, or its receipt is; undefined where the link was taken back. */
  url: string | undefined;
  document: Printed;
}

/** Looks up, when the mail is written, the document it is about; undefined where it is not worth sending any more. */
export async function aboutDocument(
  tx: Tx,
  config: Config,
  mail: typeof mails.$inferSelect,
  front: Front,
): Promise<AboutDocument | undefined> {
  const { agencyId, id, subjectId, kind } = mail;
  const [row] = await selectInvoices({ tx }).where(
    and(eq(invoices.agencyId, agencyId), eq(invoices.id, subjectId)),
  );
  if (!row) return undefined;
  const isReminder = kind === "invoice_reminder";
  const desk = await openDesk(tx, agencyId);
  const { zone, now } = desk;
  // Settled since it was queued, or begun to be: nobody is reminded of that.
  if (isReminder && (row.state?.state !== "open" || isAwaited(row.state, now))) return undefined;
  const { name, color, host } = front;
  const document = printed.parse(
    printedPaper(await readPaper({ tx }, row), {
      ...{ front: { name, color }, zone, now },
      account: await sellerAccount({ tx }, row.invoice.sellerId),
    }),
  );
  const invoiceId = row.invoice.invoiceId ?? row.invoice.id;
  const link = isReminder ? await liveLink(desk, row.invoice) : await currentLink(desk, invoiceId);
  const day = dayIn("en-GB", zone);
  return {
    context: isReminder ? await whichReminder(tx, agencyId, id) : link ? undefined : "unlinked",
    words: {
      code: document.code,
      of: document.credits ?? "",
      amount: moneyIn("en-GB")(document.totalMinor, document.currency),
      due: day(new Date(row.invoice.dueAt.getTime() - 1)),
      paid: row.state?.paidAt ? day(row.state.paidAt) : "",
    },
    url: link && linkUrl(config, host, link),
    document: asOfThen(document, kind),
  };
}

/** A link that can be paid by for days to come: one that is good lives on, and where it ran out or was taken back, who is reminded gets a new one. */
async function liveLink(desk: Desk, invoice: typeof invoices.$inferSelect) {
  const link = await currentLink(desk, invoice.id);
  if (link && link.expiresAt > desk.now) return renewedLink(desk, link, invoice.dueAt);
  await revokeLinks(desk, invoice.id);
  return newPaymentLink(desk, invoice, invoice.id, invoice.dueAt);
}

async function whichReminder(tx: Tx, agencyId: string, mailId: string): Promise<Context> {
  const [taken] = await tx
    .select({ step: dunningSteps.step })
    .from(dunningSteps)
    .where(and(eq(dunningSteps.agencyId, agencyId), eq(dunningSteps.mailId, mailId)));
  if (taken?.step === stepDays.length) return "last";
  return taken?.step === 1 ? "first" : "again";
}

/** Sent again after a failure, a mail has to be the same to the byte: the document stands as it was when the mail was queued. */
function asOfThen(document: Printed, kind: (typeof mails.$inferSelect)["kind"]): Printed {
  if (kind === "invoice_credited") return document;
  const isOpen = kind !== "invoice_paid";
  return {
    ...document,
    creditNotes: [],
    ...(isOpen ? { state: "open", paidAt: null, overdue: kind === "invoice_reminder" } : { state: "paid" }),
  };
}
