import "../../words/keys.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface ApiKeyShownOnceProps {
  name: string;
  /** The whole key. Not called `key`, which React keeps for itself. */
  secret: string;
  /** The origin it is valid on. */
  origin: string;
  /** After a rotation: until when the old secret goes on; null = it has ended. */
  oldUntil?: string | null;
}

/** The action's own answer, never a page that could be opened again. */
export function ApiKeyShownOnce({ name, secret, origin, oldUntil }: ApiKeyShownOnceProps) {
  const { t } = useWords(["keys", "settings"]);
  const format = useFormat();
  const crumbs = [{ words: t("settings:title") }, { words: t("title"), to: "/settings/keys" }];
  const done = (
    <ButtonLink to="/settings/keys" kind="pri">
      {t("shown.done")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={name} titleIsData crumbs={crumbs} actions={done} />
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
          <Card title={t("shown.key")}>
            <div className="pad">
              <CopyLine label={t("shown.key")} value={secret} hint={t("shown.use")} />
              <CopyLine label={t("shown.host")} value={`${origin}/api/v1`} />
            </div>
          </Card>
        </div>
      </main>
    </>
  );
}
