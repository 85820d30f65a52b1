import { InfoTip } from "../../ui/tooltip.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useAllowanceWords } from "./allowance-words.ts";
import type { PlanSummary } from "./types.ts";

/** A plan's name with what it includes behind the info icon. */
export function PlanCell({ plan }: { plan: PlanSummary }) {
  const { t } = useWords("plans");
  const words = useAllowanceWords();
  return (
    <span className="cell">
      <span className="clip" translate="no">
        {plan.name}
      </span>
      <InfoTip label={t("details", { name: plan.name })}>
        <b translate="no">{plan.name}</b>
        {plan.description && <span translate="no">{plan.description}</span>}
        {plan.allowances.map((each) => (
          <span key={each.meter}>{words(each)}</span>
        ))}
      </InfoTip>
    </span>
  );
}
