import { inTenant } from "@tenantry/db";
import { processNow } from "../kernel/clock.ts";
import type { App } from "../kernel/ctx.ts";
import type { PaymentMessage } from "../platform/payments/message.ts";
import { openTestGateway } from "../platform/payments/test-gateway.ts";
import { takeIn } from "./take-in.ts";

/** The built-in gateway's call, made by the worker: signed now, and taken in by its signature as any other. */
export async function callBack(app: App, job: { agencyId: string; message: PaymentMessage }): Promise<void> {
  const { agencyId } = job;
  const gateway = openTestGateway(app.config.secret, agencyId);
  const message = gateway.verify(gateway.sign(job.message, processNow()));
  if (!message) throw new Error("The built-in gateway does not know its own signature");
  const scope = { agency: agencyId, kind: "agency", account: agencyId } as const;
  await inTenant(app.pool, scope, (tx) => takeIn(tx, agencyId, "test", message));
}
