import "../../words/payouts.ts";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { InfoTip } from "../../ui/tooltip.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { PayoutRow } from "./types.ts";

const tones: Record<PayoutRow["state"], BadgeTone> = {
  draft: "none",
  sent: "warn",
  completed: "ok",
  failed: "danger",
  cancelled: "none",
};

/** Where a payout is on its way, and in a sentence what that means for whoever reads. */
export function PayoutBadge({ state, ofAgency }: { state: PayoutRow["state"]; ofAgency: boolean }) {
  const { t } = useWords("payouts");
  const word = t(`${ofAgency ? "state" : "stateOwn"}.${state}`);
  return (
    <span className="cell">
      <Badge tone={tones[state]}>{word}</Badge>
      <InfoTip label={word}>{t(`${ofAgency ? "stateAbout" : "stateAboutOwn"}.${state}`)}</InfoTip>
    </span>
  );
}
