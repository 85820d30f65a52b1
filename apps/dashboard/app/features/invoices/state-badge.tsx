import "../../words/invoices.ts";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { InvoiceState } from "./types.ts";

const tones: Record<InvoiceState | "overdue", BadgeTone> = {
  open: "warn",
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
}

export function StateBadge({ state, overdue }: StateBadgeProps) {
  const { t } = useWords("invoices");
  if (!state) return <Badge tone="none">{t("kind.credit_note")}</Badge>;
  const shown = overdue ? "overdue" : state;
  return <Badge tone={tones[shown]}>{t(`state.${shown}`)}</Badge>;
}
