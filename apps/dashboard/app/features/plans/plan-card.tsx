import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { useWords } from "../../words/use-words.tsx";
import { Allowances } from "./allowances.tsx";
import type { PlanSummary } from "./types.ts";

/** The plan an account is on, with what it includes. */
export function PlanCard({ plan }: { plan: PlanSummary | null }) {
  const { t } = useWords("home");
  return (
    <Card title={t("plan")} end={plan && <Badge tone="ok">{t("active")}</Badge>}>
      <div className="pad">
        <p className="plan-name" translate={plan ? "no" : undefined}>
          {plan?.name ?? t("noPlan")}
        </p>
        <p className="help" translate={plan ? "no" : undefined}>
          {plan ? plan.description : t("noPlanAbout")}
        </p>
      </div>
      {plan && <Allowances allowances={plan.allowances} />}
    </Card>
  );
}
