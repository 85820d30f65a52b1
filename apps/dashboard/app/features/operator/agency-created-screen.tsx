import "../../words/operator.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { MailBadge, type MailState } from "../resellers/mail-state.tsx";

export interface AgencyCreatedProps {
  name: string;
  address: string;
  ownerEmail: string;
  /** Only in the answer to the form, never in a page that could be opened again. */
  link?: string;
  expiresAt: string;
  mail: MailState;
}

export function AgencyCreated({ name, address, ownerEmail, link, expiresAt, mail }: AgencyCreatedProps) {
  const { t } = useWords("operator");
  const format = useFormat();
  const done = (
    <ButtonLink to="/agencies" kind="pri">
      {t("created.done")}
    </ButtonLink>
  );
  const hint = t("created.linkHint", { email: ownerEmail, date: format.moment(expiresAt) });
  return (
    <>
      <PageHeader
        title={name}
        titleIsData
        crumbs={[{ words: t("agencies.title"), to: "/agencies" }]}
        actions={done}
      />
      <main className="body fit" id="main">
        <div className="narrow">
          <Note kind="good">{t("created.title", { name })}</Note>
          <Card title={t("created.mail")} end={<MailBadge state={mail} />}>
            <div className="pad">
              <CopyLine label={t("created.address")} value={address} />
              {link && <CopyLine label={t("created.link")} value={link} hint={hint} />}
            </div>
          </Card>
        </div>
      </main>
    </>
  );
}
