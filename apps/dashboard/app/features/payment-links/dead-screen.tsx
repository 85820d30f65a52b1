import "../../words/payment-links.ts";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { TenantFace } from "../identity/types.ts";

/** Replaced, run out, or never was: all alike, and the way out is whoever sent it. */
export function DeadPaymentLink({ tenant }: { tenant: TenantFace }) {
  const { t } = useWords("payment-links");
  return <PublicFrame tenant={tenant} title={t("dead.title")} lead={t("dead.lead")} footer={tenant.footer} />;
}
