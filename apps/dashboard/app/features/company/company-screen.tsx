import "../../words/company.ts";
import "../../words/legal-entity.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { initials } from "../../ui/initials.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { PlanCard } from "../plans/plan-card.tsx";
import type { PlanSummary } from "../plans/types.ts";
import { ContactCard, type ContactFacts } from "../resellers/contact-card.tsx";
import type { ResellerRow } from "../resellers/types.ts";
import { MeterUses } from "../usage/meter-use.tsx";
import type { MeterUse, UsageDays } from "../usage/types.ts";
import { UsageByDay } from "../usage/usage-by-day.tsx";

interface CompanyProps {
  company: Pick<ResellerRow, "name" | "type" | "status" | "joinedAt"> & {
    code: string;
    host: string;
    plan: PlanSummary | null;
  };
  contact: ContactFacts;
  uses: MeterUse[];
  usage: UsageDays;
  /** Who it is on documents; undefined = this person may not see it. */
  paper?: Paper;
  mayChangePaper: boolean;
  /** What it earns unless something else is set; undefined where it earns nothing, or not for this person. */
  rate?: { rateBps: number | null };
}

interface Paper {
  name: string;
  address: string;
  country: string | null;
  taxId: string | null;
}

export function Company({ company, contact, uses, usage, paper, mayChangePaper, rate }: CompanyProps) {
  const { t } = useWords("company");
  const format = useFormat();
  const crumbs = [{ words: t("title"), to: "/customers?view=org" }];
  return (
    <>
      <PageHeader title={company.name} titleIsData crumbs={crumbs} />
      <main className="body fit" id="main">
        <Head company={company} />
        <Card
          title={t("use")}
          end={<time className="muted small">{format.range(usage.from, usage.to)}</time>}
        >
          <MeterUses uses={uses} />
        </Card>
        <div className="cols">
          <div className="stack">
            <UsageByDay usage={usage} />
            {paper && (
              <PaperCard paper={paper} sells={company.type === "own_plans"} mayChange={mayChangePaper} />
            )}
          </div>
          <div className="stack">
            <ContactCard contact={contact} />
            <PlanCard plan={company.plan} />
            {rate && (
              <Card title={t("rate.title")}>
                <div className="pad">
                  <b className="strong num">
                    {rate.rateBps === null ? t("rate.none") : format.rate(rate.rateBps)}
                  </b>
                  <p className="help">{t("rate.about")}</p>
                </div>
              </Card>
            )}
          </div>
        </div>
      </main>
    </>
  );
}

function Head({ company }: Pick<CompanyProps, "company">) {
  const { t } = useWords(["company", "resellers"]);
  const format = useFormat();
  const { name, code, status, type, joinedAt, host } = company;
  return (
    <section className="id-head" aria-label={t("facts")}>
      <span className="ini lg" aria-hidden="true" translate="no">
        {initials(name)}
      </span>
      <div className="stack">
        <div className="facts">
          <Badge tone={status === "active" ? "ok" : "warn"}>{t(`status.${status}`)}</Badge>
          <span>{t(`resellers:type.${type}`)}</span>
          <span>
            {t("code")}{" "}
            <span className="mono" translate="no">
              {code}
            </span>
          </span>
          <span>{t("joined", { date: format.date(joinedAt) })}</span>
          <span className="mono wrap-any" translate="no">
            {host}
          </span>
        </div>
      </div>
    </section>
  );
}

const lines = ["name", "address", "country", "taxId"] as const;

function PaperCard({ paper, sells, mayChange }: { paper: Paper; sells: boolean; mayChange: boolean }) {
  const { t } = useWords(["company", "legal-entity"]);
  return (
    <Card title={t("paper.title")}>
      <div className="pad row">
        <span className="help">{t(sells ? "paper.about" : "paper.aboutCommission")}</span>
        {mayChange && (
          <ButtonLink to="/settings/legal-entity" size="sm" className="sp">
            {t("paper.edit")}
          </ButtonLink>
        )}
      </div>
      <dl className="list">
        {lines.map((line) => (
          <div key={line}>
            <dt>{t(`legal-entity:${line}`)}</dt>
            {paper[line] ? (
              <dd className="wrap-any" translate="no">
                {paper[line]}
              </dd>
            ) : (
              <dd className="muted">{t("paper.empty")}</dd>
            )}
          </div>
        ))}
      </dl>
    </Card>
  );
}
