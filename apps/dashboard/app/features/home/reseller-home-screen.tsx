import { Card } from "../../ui/card.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { Attention, type AttentionItem } from "../attention/attention.tsx";
import { PlanCard } from "../plans/plan-card.tsx";
import type { PlanSummary } from "../plans/types.ts";
import { MeterUses } from "../usage/meter-use.tsx";
import type { MeterUse, UsageDays } from "../usage/types.ts";
import { UsageByDay } from "../usage/usage-by-day.tsx";

export interface ResellerHomeProps {
  attention: AttentionItem[];
  /** Calendar dates of the period so far, and how many days are left of it. */
  period: { from: string; to: string; daysLeft: number };
  uses: MeterUse[];
  usage: UsageDays;
  plan: PlanSummary | null;
  /** No new customers or plans at the moment. */
  salesStopped: boolean;
  supportEmail?: string;
}

export function ResellerHome({
  attention,
  period,
  uses,
  usage,
  plan,
  salesStopped,
  supportEmail,
}: ResellerHomeProps) {
  const { t } = useWords("home");
  const format = useFormat();
  const when = (
    <span className="muted small num">
      <time>{format.range(period.from, period.to)}</time>
      <span className="hide"> · {t("resets", { count: period.daysLeft })}</span>
    </span>
  );
  return (
    <>
      <PageHeader title={t("title")} />
      <main className="body fit" id="main">
        {salesStopped && <Note kind="warn">{t("salesStopped")}</Note>}
        <Attention items={attention} />
        <Card title={t("used")} end={when}>
          <MeterUses uses={uses} />
        </Card>
        <div className="cols">
          <UsageByDay usage={usage} />
          <div className="stack">
            <PlanCard plan={plan} />
            {supportEmail && (
              <Card title={t("support")}>
                <p className="help pad">
                  {t("supportAbout")}{" "}
                  <a href={`mailto:${supportEmail}`} className="wrap-any" translate="no">
                    {supportEmail}
                  </a>
                </p>
              </Card>
            )}
          </div>
        </div>
      </main>
    </>
  );
}
