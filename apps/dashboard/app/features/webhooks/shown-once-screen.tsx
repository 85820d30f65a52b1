import "../../words/webhooks.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyBlock } from "../../ui/copy-block.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useWebhookCrumbs } from "./crumbs.ts";

export interface WebhookSecretShownOnceProps {
  id: string;
  host: string;
  secret: string;
  /** After a rotation: until when the old secret signs too; null = it has ended. */
  oldUntil?: string | null;
}

/** By the library of Standard Webhooks, which is there for a dozen languages. */
const verifying = `import { Webhook } from "standardwebhooks";

const event = new Webhook(process.env.WEBHOOK_SECRET).verify(rawBody, {
  "webhook-id": request.headers["webhook-id"],
  "webhook-timestamp": request.headers["webhook-timestamp"],
  "webhook-signature": request.headers["webhook-signature"],
});`;

/** The action's own answer, never a page that could be opened again. */
export function WebhookSecretShownOnce({ id, host, secret, oldUntil }: WebhookSecretShownOnceProps) {
  const { t } = useWords("webhooks");
  const format = useFormat();
  const crumbs = useWebhookCrumbs();
  const done = (
    <ButtonLink to={`/settings/webhooks/${id}`} kind="pri">
      {t("shown.done")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={host} titleIsData crumbs={crumbs} actions={done} />
      <main className="body fit" id="main">
        <div className="narrow">
          <Note kind="warn">
            <b className="strong">{t("shown.title")}.</b> {t("shown.about")}
          </Note>
          {oldUntil !== undefined && (
            <Note>
              {oldUntil ? t("shown.oldUntil", { moment: format.moment(oldUntil) }) : t("shown.oldEnded")}
            </Note>
          )}
          <Card title={t("shown.secret")}>
            <div className="pad">
              <CopyLine label={t("shown.secret")} value={secret} hint={t("shown.use")} />
            </div>
          </Card>
          <Card title={t("shown.verify")}>
            <p className="help pad">{t("shown.verifyAbout")}</p>
            <CopyBlock text={verifying} />
          </Card>
        </div>
      </main>
    </>
  );
}
