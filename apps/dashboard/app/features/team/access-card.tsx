import "../../words/team.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PostForm } from "../../ui/form.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { PersonRow } from "./types.ts";

/** Shutting out and removing ask first, on a page of their own; letting in again is one click. */
export function AccessCard({ own, person }: { own: string; person: PersonRow }) {
  const { t } = useWords("team");
  if (person.state === "invited") return null;
  return (
    <Card title={t("person.access")}>
      {person.state === "disabled" ? (
        <PostForm id="enable" className="pad row">
          <input type="hidden" name="intent" value="enable" />
          <span className="help">{t("person.enableAbout")}</span>
          <SubmitButton className="sp">{t("person.enable")}</SubmitButton>
        </PostForm>
      ) : (
        <div className="pad row">
          <span className="help">{t("person.disableAbout")}</span>
          <ButtonLink to={`${own}/disable`} className="sp">
            {t("person.disable")}
          </ButtonLink>
        </div>
      )}
      <div className="pad row">
        <span className="help">{t("person.removeAbout")}</span>
        <ButtonLink to={`${own}/remove`} kind="danger" className="sp">
          {t("person.remove")}
        </ButtonLink>
      </div>
    </Card>
  );
}
