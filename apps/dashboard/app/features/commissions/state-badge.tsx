import "../../words/commissions.ts";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { InfoTip } from "../../ui/tooltip.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { CommissionRow, Reader } from "./types.ts";

const tones: Record<CommissionRow["state"], BadgeTone> = {
  pending: "warn",
  payable: "ok",
  disputed: "danger",
  in_payout: "warn",
  paid: "none",
};

/** Where a line is on its way to the reseller, and in a sentence what that means for whoever reads. */
export function CommissionBadge({ row, ofAgency }: { row: CommissionRow } & Reader) {
  const { t } = useWords("commissions");
  const format = useFormat();
  const { state, outcome, reason, payableAt } = row;
  const earns = outcome === "created";
  const word = t(`state.${earns ? state : "none"}`);
  const about = earns
    ? t(`${ofAgency ? "stateAbout" : "stateAboutOwn"}.${state}`, { date: format.date(payableAt) })
    : t(`reasonAbout.${reason}`);
  return (
    <span className="cell">
      <Badge tone={earns ? tones[state] : "none"}>{word}</Badge>
      <InfoTip label={word}>{about}</InfoTip>
    </span>
  );
}
