import "../../words/connected-accounts.ts";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ConnectedState } from "./types.ts";

const tones: Record<ConnectedState | "none", BadgeTone> = {
  none: "none",
  on: "ok",
  unfinished: "warn",
  checking: "warn",
  ended: "none",
  gone: "danger",
  unreachable: "danger",
};

/** How an account at Stripe stands, in a word. */
export function StateBadge({ state }: { state: ConnectedState | "none" }) {
  const { t } = useWords("connected-accounts");
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
