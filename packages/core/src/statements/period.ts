import { dayOf, monthOf, plusDays, startOf } from "../kernel/clock.ts";
import type { Run } from "../kernel/verb.ts";

/** A month's days, and the instants between which it lies: `[begins, ends)`, by the agency's billing zone. */
export function periodOf({ now, tenant: { billingZone } }: Run["ctx"], month?: string) {
  const chosen = month ?? dayOf(now, billingZone).slice(0, 7);
  const { from, to } = monthOf(`${chosen}-01`);
  return {
    ...{ month: chosen, from, to },
    begins: startOf(from, billingZone),
    ends: startOf(plusDays(to, 1), billingZone),
  };
}
