import "../../words/invoices.ts";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { InvoiceState } from "./types.ts";

const tones: Record<InvoiceState | "overdue" | "coming", BadgeTone> = {
  open: "warn",
  coming: "none",
  overdue: "danger",
  paid: "ok",
  refunded: "none",
  void: "none",
  uncollectible: "none",
};

interface StateBadgeProps {
  /** Null for a credit note: nothing becomes of it. */
  state: InvoiceState | null;
  overdue?: boolean;
  /** A payment of it is on its way. */
  coming?: boolean;
}

export function StateBadge({ state, overdue, coming }: StateBadgeProps) {
  const { t } = useWords("invoices");
  if (!state) return <Badge tone="none">{t("kind.credit_note")}</Badge>;
  const shown = overdue ? "overdue" : coming && state === "open" ? "coming" : state;
  return <Badge tone={tones[shown]}>{t(`state.${shown}`)}</Badge>;
}
