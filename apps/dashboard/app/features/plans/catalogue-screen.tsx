import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useWords } from "../../words/use-words.tsx";
import { Allowances } from "./allowances.tsx";
import { usePriceWords } from "./price-words.ts";
import type { PlanSummary, Price } from "./types.ts";

export interface CatalogueProps {
  plans: (PlanSummary & { isDefault: boolean; prices: Price[]; includedTaxBps: number })[];
}

/** The agency's plans for a reseller that sells them: nothing to change here. */
export function Catalogue({ plans }: CatalogueProps) {
  const { t } = useWords("plans");
  return (
    <>
      <PageHeader title={t("title")} />
      <main className="body fit" id="main">
        {plans.length === 0 ? (
          <Empty kind="nothing-yet" title={t("empty.title")} about={t("catalogueAbout")} />
        ) : (
          <>
            <p className="help gap-bottom">{t("catalogueAbout")}</p>
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

function PlanCard({ plan }: { plan: CatalogueProps["plans"][number] }) {
  const { t } = useWords("plans");
  const inWords = usePriceWords(plan.includedTaxBps);
  return (
    <Card title={plan.name} titleIsData end={plan.isDefault && <Badge tone="ok">{t("default")}</Badge>}>
      {plan.description && (
        <p className="help pad" translate="no">
          {plan.description}
        </p>
      )}
      <Allowances allowances={plan.allowances} />
      <p className="foot num">{plan.prices.map(inWords).join(", ") || t("noPrice")}</p>
    </Card>
  );
}
