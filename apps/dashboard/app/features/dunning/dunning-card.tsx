import "../../words/invoices.ts";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Dunning, Invoice, InvoiceRights } from "../invoices/types.ts";

interface DunningCardProps {
  invoice: Pick<Invoice, "id" | "dunning">;
  rights: InvoiceRights;
}

const tones: Record<Dunning["steps"][number]["state"], BadgeTone> = {
  sent: "ok",
  unsent: "warn",
  next: "warn",
  later: "none",
  paused: "none",
  stopped: "none",
};

/** By which days an open invoice is reminded of, what has been done, and what can be done about it. */
export function DunningCard({ invoice: { id, dunning }, rights }: DunningCardProps) {
  const { t } = useWords("invoices");
  const format = useFormat();
  if (!dunning) return null;
  const { steps, pausedAt, pausedWhy, pastDue, ended } = dunning;
  const about = () => {
    if (ended) return t("dunning.ended");
    if (pausedAt) return t("dunning.paused", { date: format.date(pausedAt), reason: pausedWhy });
    return t("dunning.about");
  };
  return (
    <Card title={t("dunning.title")}>
      <p className="pad help wrap-any">{about()}</p>
      <dl className="list">
        {steps.map(({ step, at, state }) => (
          <div key={step}>
            <dt>
              {step === steps.length ? t("dunning.last") : t("dunning.step", { step })}
              <br />
              <time className="small" dateTime={at}>
                {format.date(at)}
              </time>
            </dt>
            <dd>
              <Badge tone={tones[state]}>{t(`dunning.state.${state}`)}</Badge>
            </dd>
          </div>
        ))}
        {(pastDue.reached || !ended) && (
          <div>
            <dt>
              {t("dunning.pastDue")}
              <br />
              <time className="small" dateTime={pastDue.at}>
                {format.date(pastDue.at)}
              </time>
            </dt>
            <dd>
              <Badge tone={pastDue.reached && !ended ? "danger" : "none"}>
                {t(`dunning.state.${pastDue.reached ? "reached" : pausedAt ? "paused" : "later"}`)}
              </Badge>
            </dd>
          </div>
        )}
      </dl>
      {(rights.pauseDunning || rights.resumeDunning) && (
        <div className="foot row">
          <ButtonLink to={`/invoices/${id}/reminders/${rights.pauseDunning ? "pause" : "resume"}`} size="sm">
            {t(rights.pauseDunning ? "dunning.pause" : "dunning.resume")}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
