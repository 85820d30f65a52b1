import "../../words/webhooks.ts";
import { Pencil, Send } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useWebhookCrumbs } from "./crumbs.ts";
import { DeliveriesList, type DeliveriesListProps } from "./deliveries-list.tsx";
import { AccessCard, EventsCard, SecretCard } from "./endpoint-cards.tsx";
import { WebhookBadge } from "./state-badge.tsx";
import type { WebhookRow } from "./types.ts";

export interface EndpointProps extends DeliveriesListProps {
  ofAgency: boolean;
  webhook: WebhookRow;
  rights: DeliveriesListProps["rights"] &
    Record<"update" | "enable" | "disable" | "rotate" | "remove" | "ping", boolean>;
  /** A dialog over the page. */
  children?: ReactNode;
}

/** One endpoint: how it is, what it is told of, and every message to it. */
export function Endpoint({ children, ...props }: EndpointProps) {
  const { t } = useWords("webhooks");
  const { webhook, rights } = props;
  const own = `/settings/webhooks/${webhook.id}`;
  const crumbs = useWebhookCrumbs();
  const actions = (
    <>
      {rights.update && (
        <ButtonLink to={`${own}/edit`} icon={Pencil}>
          {t("endpoint.edit")}
        </ButtonLink>
      )}
      {rights.ping && (
        <PostForm id="ping" action={`${own}/ping`} stays>
          <SubmitButton kind="pri" icon={Send}>
            {t("endpoint.ping")}
          </SubmitButton>
        </PostForm>
      )}
    </>
  );
  return (
    <>
      <PageHeader title={webhook.host} titleIsData crumbs={crumbs} actions={actions} />
      <main className="body fit" id="main">
        <Off webhook={webhook} />
        <Facts webhook={webhook} />
        <div className="cols">
          <DeliveriesList {...props} />
          <div className="stack">
            <EventsCard webhook={webhook} ofAgency={props.ofAgency} />
            <SecretCard webhook={webhook} mayRotate={rights.rotate} />
            <AccessCard webhook={webhook} rights={rights} />
          </div>
        </div>
        {children}
      </main>
    </>
  );
}

/** Why and since when nothing is sent there. */
function Off({ webhook }: { webhook: WebhookRow }) {
  const { t } = useWords("webhooks");
  const format = useFormat();
  const { disabledWhy, disabledAt } = webhook;
  if (!disabledWhy || !disabledAt) return null;
  return (
    <Note kind={disabledWhy === "by_hand" ? "plain" : "warn"}>
      {t(`offAbout.${disabledWhy}`, { moment: format.moment(disabledAt) })}
    </Note>
  );
}

function Facts({ webhook }: { webhook: WebhookRow }) {
  const { t } = useWords("webhooks");
  const format = useFormat();
  const { lastSuccessAt, lastFailureAt } = webhook;
  return (
    <section className="id-head" aria-label={t("endpoint.facts")}>
      <div className="facts">
        <WebhookBadge webhook={webhook} />
        <span className="mono wrap-any" translate="no">
          {webhook.url}
        </span>
        {webhook.description && <span translate="no">{webhook.description}</span>}
        <span>
          {lastSuccessAt
            ? t("endpoint.arrived", { moment: format.moment(lastSuccessAt) })
            : t("endpoint.neverArrived")}
        </span>
        {lastFailureAt && <span>{t("endpoint.failed", { moment: format.moment(lastFailureAt) })}</span>}
      </div>
    </section>
  );
}
