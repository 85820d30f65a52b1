import "../../words/webhooks.ts";
import { useLocation } from "react-router";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { WebhookRow } from "./types.ts";

export function EventsCard({ webhook, ofAgency }: { webhook: WebhookRow; ofAgency: boolean }) {
  const { t } = useWords("webhooks");
  return (
    <Card title={t("form.eventTypes")}>
      <ul className="list">
        {webhook.eventTypes.map((type) => (
          <li key={type} title={t(`${ofAgency ? "event" : "eventOwn"}.${type}`)}>
            <span className="mono" translate="no">
              {type}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** While two secrets sign it says for how long. */
export function SecretCard({ webhook, mayRotate }: { webhook: WebhookRow; mayRotate: boolean }) {
  const { t } = useWords("webhooks");
  const format = useFormat();
  const { overlap, rotatedAt, createdAt } = webhook;
  return (
    <Card
      title={t("secret.title")}
      end={overlap && <Badge tone="warn">{t("secret.left", { count: overlap.hoursLeft })}</Badge>}
    >
      <p className="help pad">
        {overlap
          ? t("secret.both", { moment: format.moment(overlap.until) })
          : t("secret.since", { date: format.date(rotatedAt ?? createdAt) })}
      </p>
      {mayRotate && (
        <div className="pad">
          <ButtonLink to={`/settings/webhooks/${webhook.id}/rotate`}>{t("secret.rotate")}</ButtonLink>
        </div>
      )}
    </Card>
  );
}

interface AccessCardProps {
  webhook: WebhookRow;
  rights: Record<"enable" | "disable" | "remove", boolean>;
}

/** Each asks first, over the page. */
export function AccessCard({ webhook, rights }: AccessCardProps) {
  const { t } = useWords("webhooks");
  const { search } = useLocation();
  const to = (what: string) => `/settings/webhooks/${webhook.id}/${what}${search}`;
  const off = webhook.state === "disabled";
  if (!rights.enable && !rights.disable && !rights.remove) return null;
  return (
    <Card title={t("access.title")}>
      <div className="pad row">
        <span className="help">{off ? t("access.enableAbout") : t("access.disableAbout")}</span>
        {off && rights.enable && (
          <ButtonLink to={to("enable")} className="sp">
            {t("enable.submit")}
          </ButtonLink>
        )}
        {!off && rights.disable && (
          <ButtonLink to={to("disable")} className="sp">
            {t("disable.submit")}
          </ButtonLink>
        )}
      </div>
      {rights.remove && (
        <div className="pad row">
          <span className="help">{t("access.removeAbout")}</span>
          <ButtonLink to={to("remove")} kind="danger" className="sp">
            {t("remove.submit")}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
