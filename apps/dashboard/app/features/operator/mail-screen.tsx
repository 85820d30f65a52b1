import "../../words/operator.ts";
import { Card } from "../../ui/card.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { MailBadge } from "../resellers/mail-state.tsx";
import type { MailRow } from "./types.ts";

export interface MailViewProps {
  mail: MailRow;
  /** The plain text part; undefined = the body was not kept. */
  text?: string;
  /** Where the HTML part is served, under a policy of its own that runs nothing: "/outbox/<id>/html". */
  htmlUrl?: string;
}

export function MailView({ mail, text, htmlUrl }: MailViewProps) {
  const { t } = useWords("operator");
  const format = useFormat();
  return (
    <>
      <PageHeader title={mail.subject} titleIsData crumbs={[{ words: t("outbox.title"), to: "/outbox" }]} />
      <main className="body fit" id="main">
        <div className="narrow">
          <section className="card" aria-label={t("outbox.facts")}>
            <dl className="list first-plain">
              <div>
                <dt>{t("outbox.to")}</dt>
                <dd className="wrap-any" translate="no">
                  {mail.to}
                </dd>
              </div>
              <div>
                <dt>{t("outbox.from")}</dt>
                <dd className="wrap-any" translate="no">
                  {mail.from}
                </dd>
              </div>
              <div>
                <dt>{t("outbox.made")}</dt>
                <dd>
                  <time>{format.moment(mail.createdAt)}</time>
                </dd>
              </div>
              <div>
                <dt>{t("outbox.state")}</dt>
                <dd>
                  <MailBadge state={mail.state} />
                </dd>
              </div>
            </dl>
          </section>
          {htmlUrl && (
            <Card title={t("outbox.html")}>
              {/* No scripts and no access to this page; links may open a tab, as they would from a mailbox. */}
              <iframe
                className="mailframe"
                title={t("outbox.frame")}
                src={htmlUrl}
                sandbox="allow-popups allow-popups-to-escape-sandbox"
                referrerPolicy="no-referrer"
              />
            </Card>
          )}
          <Card title={t("outbox.text")}>
            {text === undefined ? (
              <p className="help pad">{t("outbox.kept")}</p>
            ) : (
              <pre className="plain" translate="no">
                {text}
              </pre>
            )}
          </Card>
        </div>
      </main>
    </>
  );
}
