import "../../words/transfers.ts";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Transfer } from "./types.ts";

const tones: Record<Transfer["state"], BadgeTone> = {
  requested: "warn",
  scheduled: "ok",
  done: "ok",
  refused: "danger",
  lapsed: "none",
};

export function StateBadge({ state }: Pick<Transfer, "state">) {
  const { t } = useWords("transfers");
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
