import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { useWords } from "../../words/use-words.tsx";

export type MailState = "queued" | "sent" | "delivered" | "failed" | "dropped" | "outbox";

const tones: Record<MailState, BadgeTone> = {
  queued: "none",
  sent: "ok",
  delivered: "ok",
  failed: "danger",
  dropped: "none",
  outbox: "warn",
};

export function MailBadge({ state }: { state: MailState }) {
  const { t } = useWords("resellers");
  return <Badge tone={tones[state]}>{t(`mail.${state}`)}</Badge>;
}
