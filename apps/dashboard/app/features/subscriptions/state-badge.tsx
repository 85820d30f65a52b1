import "../../words/subscriptions.ts";
import { Badge } from "../../ui/badge.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Shown } from "./types.ts";

const tones = { trial: "warn", active: "ok", ended: "none" } as const;

export function StateBadge({ state }: { state: Shown["state"] }) {
  const { t } = useWords("subscriptions");
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
