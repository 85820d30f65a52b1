import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { openTestGateway } from "../platform/payments/test-gateway.ts";

type Here = Pick<Run["ctx"], "app" | "tenant">;

/** Whether paying online ends anywhere here: the built-in gateway takes no money, so it is for test agencies and demos alone. */
export const takesOnline = ({ app, tenant }: Here): boolean =>
  app.config.demo || tenant.agencyMode === "test";

/** The gateway that payers of this host are sent to. Throws `no_gateway` where there is none. */
export function gatewayHere(here: Here) {
  if (!takesOnline(here)) throw new AppError("no_gateway");
  return openTestGateway(here.app.config.secret, here.tenant.agencyId);
}
