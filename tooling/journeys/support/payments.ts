import { callBack } from "@tenantry/core/payments/call-back";
import { carryOutRefund } from "@tenantry/core/payments/carry-out-refund";
import { takeUpPayments } from "@tenantry/core/payments/take-up";
import type { PaymentMessage } from "@tenantry/core/platform/payments/message";
import type { TestApp } from "@tenantry/core/testing";

/** The worker's part of paying: makes the gateway's calls and asks for the refunds that wait, and acts on what was told of invoices. */
export async function carryOutPayments(app: TestApp): Promise<void> {
  const taken = async <Job>(name: string) => {
    const take = "delete from platform.waiting_jobs where name = $1 returning payload";
    return (await app.admin.query<{ payload: Job & { agencyId: string } }>(take, [name])).rows;
  };
  const calls = await taken<{ message: PaymentMessage }>("test-gateway.call-back");
  for (const { payload } of calls) await callBack(app, payload);
  const refunds = await taken<{ refundId: string }>("payments.refund");
  for (const { payload } of refunds) await carryOutRefund(app, payload);
  const told = await taken<{ invoiceId: string }>("payments.take-up");
  for (const { payload } of told) await takeUpPayments(app.pool, payload.agencyId, payload.invoiceId);
}
