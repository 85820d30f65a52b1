import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

export interface ApiKeyShownOnceProps {
  name: string;
  /** The whole key. Not called `key`, which React keeps for itself. */
  secret: string;
  /** The origin it is valid on. */
  origin: string;
}

/** The action's own answer, never a page that could be opened again. */
export function ApiKeyShownOnce({ name, secret, origin }: ApiKeyShownOnceProps) {
  const { t } = useTranslation(["keys", "settings"]);
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
