import "../../words/webhooks.ts";
import { RotateCw } from "lucide-react";
import { Link } from "react-router";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyBlock } from "../../ui/copy-block.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { AttemptsCard, type Try } from "./attempts-card.tsx";
import { useWebhookCrumbs } from "./crumbs.ts";
import { DeliveryBadge } from "./state-badge.tsx";
import type { DeliveryRow, WebhookRow } from "./types.ts";

export interface DeliveryProps {
  webhook: Pick<WebhookRow, "id" | "host" | "state">;
  delivery: DeliveryRow;
  /** The page of the reseller it is about; not for everybody. */
  aboutTo?: string;
  /** As it is laid out for reading, and as it is sent. */
  body: { shown: string; sent: string };
  curl: string;
  tries: Try[];
  mayReplay: boolean;
  /** An attempt is about to come to its end. */
  settling: boolean;
}

/** One message at an address of its own, to be passed on. */
export function Delivery({ webhook, delivery, body, curl, tries, ...props }: DeliveryProps) {
  const { t } = useWords("webhooks");
  const crumbs = useWebhookCrumbs(webhook);
  const own = `/settings/webhook-deliveries/${delivery.id}`;
  const replay = props.mayReplay && (
    <PostForm id="replay" action={`${own}/replay`} stays>
      <SubmitButton kind="pri" icon={RotateCw}>
        {t("delivery.replay")}
      </SubmitButton>
    </PostForm>
  );
  return (
    <>
      <PageHeader title={delivery.type} titleIsData crumbs={crumbs} actions={replay} />
      <main className="body fit" id="main">
        <div className="narrow">
          {webhook.state === "disabled" && <Note>{t("delivery.endpointOff")}</Note>}
          <FactsCard delivery={delivery} aboutTo={props.aboutTo} />
          {props.settling && (
            <noscript>
              <p className="help gap-top">
                <Link className="link" to={own}>
                  {t("delivery.look")}
                </Link>
              </p>
            </noscript>
          )}
          <AttemptsCard tries={tries} />
          <Card title={t("delivery.body")}>
            <p className="help pad">{t("delivery.bodyAbout")}</p>
            <CopyBlock text={body.shown} copied={body.sent} />
          </Card>
          <Card title={t("delivery.curl")}>
            <p className="help pad">{t("delivery.curlAbout")}</p>
            <CopyBlock text={curl} />
          </Card>
        </div>
      </main>
    </>
  );
}

function FactsCard({ delivery, aboutTo }: Pick<DeliveryProps, "delivery" | "aboutTo">) {
  const { t } = useWords("webhooks");
  const format = useFormat();
  const { about, nextAttemptAt, messageId, createdAt, state, attempts } = delivery;
  const facts: [string, React.ReactNode][] = [
    [
      t("delivery.column.state"),
      <span key="state" role="status">
        <DeliveryBadge state={state} />
      </span>,
    ],
    [
      t("delivery.column.message"),
      <span key="message" className="mono wrap-any" translate="no">
        {messageId}
      </span>,
    ],
    [
      t("delivery.column.about"),
      about && aboutTo ? (
        <Link key="about" className="link" to={aboutTo} translate="no">
          {about.name}
        </Link>
      ) : (
        <span key="about" translate={about ? "no" : undefined}>
          {about?.name ?? t("delivery.nobody")}
        </span>
      ),
    ],
    [
      t("delivery.column.created"),
      <time key="created" dateTime={createdAt}>
        {format.moment(createdAt)}
      </time>,
    ],
    [t("delivery.column.attempts"), format.number(attempts)],
    [
      t("delivery.column.next"),
      nextAttemptAt ? (
        <time key="next" dateTime={nextAttemptAt}>
          {format.moment(nextAttemptAt)}
        </time>
      ) : (
        t("delivery.noNext")
      ),
    ],
  ];
  return (
    <section className="card" aria-label={t("delivery.facts")}>
      <dl className="list first-plain">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
