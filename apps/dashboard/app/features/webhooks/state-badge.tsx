import "../../words/webhooks.ts";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { DeliveryState, WebhookRow } from "./types.ts";

/** On, not arriving, or off; off by itself is a warning, off by hand is not. */
export function WebhookBadge({
  webhook,
}: {
  webhook: Pick<WebhookRow, "state" | "disabledWhy" | "failing">;
}) {
  const { t } = useWords("webhooks");
  if (webhook.disabledWhy === "by_hand") return <Badge tone="none">{t("state.disabled")}</Badge>;
  if (webhook.disabledWhy) return <Badge tone="danger">{t(`off.${webhook.disabledWhy}`)}</Badge>;
  if (webhook.failing) return <Badge tone="warn">{t("state.failing")}</Badge>;
  return <Badge tone="ok">{t("state.enabled")}</Badge>;
}

const tones: Record<DeliveryState, BadgeTone> = { pending: "warn", succeeded: "ok", failed: "danger" };

export function DeliveryBadge({ state }: { state: DeliveryState }) {
  const { t } = useWords("webhooks");
  return <Badge tone={tones[state]}>{t(`delivery.state.${state}`)}</Badge>;
}
