import "../../words/team.ts";
import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { PostForm } from "../../ui/form.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { PersonRow } from "./types.ts";

/** An open invitation is settled in its row; everything else stands on the person's page. */
export function PersonActions({ base, person }: { base: string; person: PersonRow }) {
  const { t } = useWords("team");
  const { search } = useLocation();
  const own = `${base}/${person.userId}`;
  const name = (
    <span className="sr" translate="no">
      {" "}
      {person.name || person.email}
    </span>
  );
  if (person.state !== "invited") {
    return (
      <span className="acts">
        <ButtonLink to={own} size="sm">
          {t("manage")}
          {name}
        </ButtonLink>
      </span>
    );
  }
  return (
    <span className="acts">
      <Posted id={`resend-${person.userId}`} action={own} intent="resend" back={`${base}${search}`}>
        {t("resend")}
        {name}
      </Posted>
      <Posted id={`link-${person.userId}`} action={own} intent="link">
        {t("copyLink")}
        {name}
      </Posted>
      <ButtonLink to={`${own}/remove${search}`} size="sm">
        {t("revoke")}
        {name}
      </ButtonLink>
    </span>
  );
}

interface PostedProps {
  id: string;
  action: string;
  intent: string;
  /** Where the page is afterwards. */
  back?: string;
  children: ReactNode;
}

function Posted({ id, action, intent, back, children }: PostedProps) {
  return (
    <PostForm id={id} action={action}>
      <input type="hidden" name="intent" value={intent} />
      {back && <input type="hidden" name="back" value={back} />}
      <SubmitButton size="sm">{children}</SubmitButton>
    </PostForm>
  );
}
