import "../../words/subscriptions.ts";
import { Badge } from "../../ui/badge.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Shown } from "./types.ts";

const tones = { trial: "warn", active: "ok", ended: "none", pastDue: "danger" } as const;

/** Past due is said as long as it runs: it goes on until somebody decides. */
export function StateBadge({ state, pastDue }: Pick<Shown, "state"> & { pastDue?: boolean }) {
  const { t } = useWords("subscriptions");
  const shown = pastDue && state !== "ended" ? "pastDue" : state;
  return <Badge tone={tones[shown]}>{t(`state.${shown}`)}</Badge>;
}
