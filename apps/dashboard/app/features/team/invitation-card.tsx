import "../../words/team.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { PostForm } from "../../ui/form.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { PersonRow } from "./types.ts";

interface InvitationCardProps {
  own: string;
  person: PersonRow;
  link?: string;
}

/** An open invitation. Posts `intent=resend` or `intent=link`. */
export function InvitationCard({ own, person, link }: InvitationCardProps) {
  const { t } = useWords("team");
  const format = useFormat();
  const { invitation } = person;
  if (!invitation) return null;
  const date = format.moment(invitation.expiresAt);
  const until =
    invitation.state === "expired"
      ? t("person.invitationExpired", { date })
      : t("person.invitationExpires", { date });
  return (
    <Card title={t("person.invitation")}>
      <div className="pad">
        <p className="help gap-bottom">
          {until} {invitation.askedAt && t("asked")}
        </p>
        {link && <CopyLine label={t("made.link")} value={link} hint={t("made.linkHint")} />}
        {person.mayChange && (
          <div className="row">
            <PostForm id="resend">
              <input type="hidden" name="intent" value="resend" />
              <SubmitButton>{t("resend")}</SubmitButton>
            </PostForm>
            <PostForm id="link">
              <input type="hidden" name="intent" value="link" />
              <SubmitButton>{t("person.newLink")}</SubmitButton>
            </PostForm>
            <ButtonLink to={`${own}/remove`} kind="danger">
              {t("revoke")}
            </ButtonLink>
          </div>
        )}
      </div>
    </Card>
  );
}
