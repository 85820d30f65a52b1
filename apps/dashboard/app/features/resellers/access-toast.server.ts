import "../../words/upline-stops.ts";
import type { activateReseller } from "@tenantry/core/resellers/activate";
import type { Say } from "../../request/words.server.ts";
import type { ToastMessage } from "../../ui/toast.tsx";

type Change = Awaited<ReturnType<typeof activateReseller>>;

/** What a change of access did, in numbers, with the way back to the state before. */
export function said(t: Say, id: string, change: Change): ToastMessage {
  const { id: reseller, name, status, previousStatus, changed } = change;
  // Nobody's access changed but something did: the agency made an upline's stop its own, which has no way back.
  if (changed && status === previousStatus)
    return {
      id,
      fact: t("upline-stops:toast.stop", { name }),
      consequence: t("upline-stops:toast.stopOnlyYou"),
    };
  const undo = { action: `/resellers/${reseller}/status`, fields: { status: previousStatus } };
  return {
    id,
    fact: t(`resellers:toast.now.${status}`, { name }),
    consequence: consequenceOf(t, change),
    undo,
  };
}

function consequenceOf(t: Say, { status, people, customers }: Change): string {
  if (status === "active") return t("resellers:toast.back", { count: people });
  if (status === "sales_stopped") return t("resellers:toast.salesConsequence");
  const kept = status === "stopped" ? "customersStopped" : "customers";
  return t("resellers:toast.consequence", {
    people: t("resellers:toast.people", { count: people }),
    customers: t(`resellers:toast.${kept}`, { count: customers }),
  });
}
