import "../../words/webhooks.ts";
import { useTranslation } from "react-i18next";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import type { DeliveryState, WebhookRow } from "./types.ts";

/** On, not arriving, or off; off by itself is a warning, off by hand is not. */
export function WebhookBadge({
  webhook,
}: {
  webhook: Pick<WebhookRow, "state" | "disabledWhy" | "failing">;
}) {
  const { t } = useTranslation("webhooks");
  if (webhook.disabledWhy === "by_hand") return <Badge tone="none">{t("state.disabled")}</Badge>;
  if (webhook.disabledWhy) return <Badge tone="danger">{t(`off.${webhook.disabledWhy}`)}</Badge>;
  if (webhook.failing) return <Badge tone="warn">{t("state.failing")}</Badge>;
  return <Badge tone="ok">{t("state.enabled")}</Badge>;
}

const tones: Record<DeliveryState, BadgeTone> = { pending: "warn", succeeded: "ok", failed: "danger" };

export function DeliveryBadge({ state }: { state: DeliveryState }) {
  const { t } = useTranslation("webhooks");
  return <Badge tone={tones[state]}>{t(`delivery.state.${state}`)}</Badge>;
}
