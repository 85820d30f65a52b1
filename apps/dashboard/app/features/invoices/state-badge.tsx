import "../../words/invoices.ts";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { InvoiceState } from "./types.ts";

const tones: Record<InvoiceState, BadgeTone> = { open: "warn", paid: "ok", refunded: "none", void: "none" };

export function StateBadge({ state }: { state: InvoiceState }) {
  const { t } = useWords("invoices");
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
