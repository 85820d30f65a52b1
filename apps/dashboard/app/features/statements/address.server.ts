import { dayOf, plusMonths } from "@tenantry/core/kernel/clock";
import type { Ctx, Tenant } from "@tenantry/core/kernel/ctx";
import type { listStatements } from "@tenantry/core/statements/list";
import { listAddressWith, readListAddress } from "../../request/list-address.server.ts";
import type { MonthView } from "./types.ts";

export const path = "/statements";

const month = /^(20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** What the list's address says, and the question it asks. */
export function readStatementsAddress(request: Request) {
  const forms = { month, q: /^.{1,200}$/s, sort: /^-?(name|closing)$/ };
  const address = readListAddress(request, forms);
  const { q: search, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { search, ...rest } as Parameters<typeof listStatements>[1] };
}

/** What a statement's address says. */
export function readStatementAddress(request: Request) {
  return readListAddress(request, { month });
}

/** The chosen month, and the addresses of the one before and, unless it is still to come, the one after. */
export function monthView(
  to: string,
  month: string,
  { now, tenant }: Ctx & { tenant: Tenant },
  keep: Record<string, string | undefined> = {},
): MonthView {
  const current = dayOf(now, tenant.billingZone).slice(0, 7);
  const beside = (months: number) => plusMonths(`${month}-01`, months).slice(0, 7);
  const at = (other: string) => listAddressWith(to, keep, { month: other });
  return {
    month,
    runs: month === current,
    beforeTo: at(beside(-1)),
    afterTo: month < current ? at(beside(1)) : null,
  };
}
