import { dayOf, plusMonths } from "@tenantry/core/kernel/clock";
import type { Ctx, Tenant } from "@tenantry/core/kernel/ctx";
import { listAddressWith, readListAddress } from "../../request/list-address.server.ts";
import type { MonthView } from "./types.ts";

export const path = "/statements";

const forms = { month: /^(20|21)\d{2}-(0[1-9]|1[0-2])$/ };

export function readStatementsAddress(request: Request) {
  return readListAddress(request, forms);
}

/** The chosen month, and the addresses of the one before and, unless it is still to come, the one after. */
export function monthView(to: string, month: string, { now, tenant }: Ctx & { tenant: Tenant }): MonthView {
  const current = dayOf(now, tenant.billingZone).slice(0, 7);
  const beside = (months: number) => plusMonths(`${month}-01`, months).slice(0, 7);
  const at = (other: string) => listAddressWith(to, {}, { month: other });
  return {
    month,
    runs: month === current,
    beforeTo: at(beside(-1)),
    afterTo: month < current ? at(beside(1)) : null,
  };
}
