import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ResellerRights } from "./types.ts";

export interface ArchivedFacts {
  /** Instants. */
  at: string;
  restorableUntil: string;
  erasedAt: string | null;
}

interface ArchivedNoteProps {
  id: string;
  archived: ArchivedFacts;
  rights: ResellerRights;
  /** The agency did it, and alone undoes it. */
  above: boolean;
}

/** That a reseller was deleted, with the way back and the way on; once erased there is neither. */
export function ArchivedNote({ id, archived, rights, above }: ArchivedNoteProps) {
  const { t } = useWords("resellers");
  const format = useFormat();
  if (archived.erasedAt) return <Note>{t("detail.erased", { date: format.date(archived.erasedAt) })}</Note>;
  const said = { date: format.date(archived.at), until: format.date(archived.restorableUntil) };
  return (
    <Note kind="warn">
      <p>
        {t("detail.archived", said)}
        {above && ` ${t("detail.stoppedAbove")}`}
      </p>
      <div className="row gap-top">
        {rights.archive && !above && (
          <PostForm id="restore" action={`/resellers/${id}/restore`} stays>
            <SubmitButton size="sm">{t("detail.restore")}</SubmitButton>
          </PostForm>
        )}
        {rights.erase && (
          <ButtonLink to={`/resellers/${id}/erase`} kind="danger" size="sm">
            {t("detail.erase")}
          </ButtonLink>
        )}
      </div>
    </Note>
  );
}
