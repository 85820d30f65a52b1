import "../../words/webhooks.ts";
import type { Crumb } from "../../ui/page-header.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { WebhookRow } from "./types.ts";

/** The way down to an endpoint's pages; without one, to the list's. */
export function useWebhookCrumbs(webhook?: Pick<WebhookRow, "id" | "host">): Crumb[] {
  const { t } = useWords(["webhooks", "settings"]);
  return [
    { words: t("settings:title") },
    { words: t("title"), to: "/settings/webhooks" },
    ...(webhook ? [{ words: webhook.host, to: `/settings/webhooks/${webhook.id}`, isData: true }] : []),
  ];
}
