import { newId } from "@tenantry/core/kernel/ids";
import { receivePayment } from "@tenantry/core/payments/receive";
import { refundInvoice } from "@tenantry/core/payments/refund";
import { takeUpPayments } from "@tenantry/core/payments/take-up";
import { openTestGateway } from "@tenantry/core/platform/payments/test-gateway";
import type { Invoice } from "../invoices.ts";
import { invoiceNames } from "../observed.ts";
import { find } from "../refusal.ts";
import type { Step } from "../steps.ts";
import type { World } from "../world.ts";
import { ownerOf, visitorOf } from "./contexts.ts";
import { known, type Product } from "./product.ts";

type Paying = Extract<
  Step,
  { do: "pay" | "pay and refund" | "refund" | "refund rest" | "charge back"; invoice: string }
>;
type Kind = "paid" | "refunded" | "charged_back";

/**
 * A gateway tells what happened to an invoice's money, and the worker acts on it. Told twice, or once more when it was
 * acted on, or what went back before what came in: it must come to the same.
 */
export async function moveMoney(product: Product, world: World, step: Paying): Promise<void> {
  const invoice = find(world.invoices, step.invoice);
  const id = known(product.invoices, invoiceNames(world).get(invoice.id)!);
  const told = step.told ?? "once";
  const tell = (kind: Kind, amount: bigint) => teller(product, invoice, id, { kind, amount });
  const takeUp = () => takeUpPayments(product.stage.worker, product.agencyId, id);
  if ((step.do === "refund" && told === "here") || step.do === "refund rest") {
    const amountMinor = step.do === "refund" ? Number(step.amount) : undefined;
    await refundInvoice(await ownerOf(product, invoice.seller), { id, amountMinor, reference: "sorry" });
    return takeUp();
  }
  const events =
    step.do === "pay"
      ? [tell("paid", invoice.total)]
      : step.do === "pay and refund"
        ? [tell("paid", invoice.total), tell("refunded", step.amount)]
        : step.do === "refund"
          ? [tell("refunded", step.amount)]
          : [tell("charged_back", invoice.total)];
  for (const event of told === "backwards" ? events.reverse() : events) {
    await event();
    if (told === "twice") await event();
    await takeUp();
  }
  if (told === "again") {
    for (const event of events) await event();
    await takeUp();
  }
}

/** Tells of one event, each time in the same words. */
function teller(
  product: Product,
  { customer, reseller, currency }: Invoice,
  invoiceId: string,
  { kind, amount }: { kind: Kind; amount: bigint },
): () => Promise<void> {
  const eventId = newId();
  // A reseller that buys is called at its agency's host.
  const front = reseller === null || reseller === customer ? "agency" : reseller;
  return async () => {
    const gateway = openTestGateway(product.stage.app.config.secret, product.agencyId);
    const message = { eventId, kind, invoiceId, amountMinor: Number(amount), currency };
    const call = gateway.sign({ ...message, reference: "gateway", payerEmail: null }, new Date());
    await receivePayment(await visitorOf(product, front), { provider: "test", ...call });
  };
}
