import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useMeterName } from "../usage/meter-name.ts";
import type { PlanSummary } from "./types.ts";

export interface PlansProps {
  /** `resellers` = how many are on it; left out for those who may not know. */
  plans: (PlanSummary & { isDefault: boolean; resellers?: number })[];
}

export function Plans({ plans }: PlansProps) {
  const { t } = useTranslation("plans");
  return (
    <>
      <PageHeader title={t("title")} />
      <main className="body fit" id="main">
        {plans.length === 0 ? (
          <Empty kind="nothing-yet" title={t("empty.title")} about={t("empty.about")} />
        ) : (
          <>
            <p className="help gap-bottom">{t("about")}</p>
            <div className="grid-cards">
              {plans.map((plan) => (
                <PlanCard key={plan.id} plan={plan} />
              ))}
            </div>
          </>
        )}
      </main>
    </>
  );
}

function PlanCard({ plan }: { plan: PlansProps["plans"][number] }) {
  const { t } = useTranslation("plans");
  return (
    <Card title={plan.name} titleIsData end={plan.isDefault && <Badge tone="ok">{t("default")}</Badge>}>
      {plan.description && (
        <p className="help pad" translate="no">
          {plan.description}
        </p>
      )}
      <Allowances allowances={plan.allowances} />
      {plan.resellers !== undefined && (
        <p className="foot help">{t("resellers", { count: plan.resellers })}</p>
      )}
    </Card>
  );
}

export function Allowances({ allowances }: Pick<PlanSummary, "allowances">) {
  const { t } = useTranslation("usage");
  const format = useFormat();
  const meter = useMeterName();
  return (
    <dl className="list">
      {allowances.map(({ meter: key, included }) => (
        <div key={key}>
          <dt>{meter(key)}</dt>
          <dd>{included === null ? t("noLimit") : included === 0 ? t("none") : format.number(included)}</dd>
        </div>
      ))}
    </dl>
  );
}
