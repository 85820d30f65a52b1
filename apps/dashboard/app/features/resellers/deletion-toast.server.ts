import "../../words/upline-stops.ts";
import type { Ctx, Tenant } from "@tenantry/core/kernel/ctx";
import type { Say } from "../../request/words.server.ts";
import type { ToastMessage } from "../../ui/toast.tsx";
import { restorableUntil } from "./facts.server.ts";

interface Deletion {
  id: string;
  name: string;
  /** Instant: when its upline had deleted it; null where it was live until now. */
  before: string | null;
}

/** What a deletion did, with the way back; one that was its upline's has become the agency's, and its thirty days go on. */
export function saidOfDeletion(
  t: Say,
  { requestId, tenant, securityNow }: Ctx & { tenant: Tenant },
  { id, name, before }: Deletion,
): ToastMessage {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: tenant.billingZone });
  const date = format.format(new Date(restorableUntil(before ?? securityNow.toISOString())));
  if (before !== null)
    return {
      id: requestId,
      fact: t("upline-stops:toast.deletion", { name }),
      consequence: t("upline-stops:toast.deletionOnlyYou", { date }),
    };
  return {
    id: requestId,
    fact: t("resellers:toast.deleted", { name }),
    consequence: t("resellers:toast.deletedUntil", { date }),
    undo: { action: `/resellers/${id}/restore`, fields: {} },
  };
}
