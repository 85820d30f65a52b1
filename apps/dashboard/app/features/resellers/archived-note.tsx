import "../../words/upline-stops.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ResellerRights, Upline } from "./types.ts";

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
  /** Its upline did it, and the agency can make it its own. */
  byUpline?: Upline;
}

/** That a reseller was deleted, with the way back and the way on; once erased there is neither. */
export function ArchivedNote({ id, archived, rights, above, byUpline }: ArchivedNoteProps) {
  const { t } = useWords(["resellers", "upline-stops"]);
  const format = useFormat();
  if (archived.erasedAt) return <Note>{t("detail.erased", { date: format.date(archived.erasedAt) })}</Note>;
  const said = { date: format.date(archived.at), until: format.date(archived.restorableUntil) };
  return (
    <Note kind="warn">
      <p>
        {t("detail.archived", said)}
        {above && ` ${t("detail.stoppedAbove")}`}
        {byUpline && ` ${t(`upline-stops:deleted.${byUpline.kind}`, { name: byUpline.name })}`}
      </p>
      <div className="row gap-top">
        {rights.archive && !above && (
          <PostForm id="restore" action={`/resellers/${id}/restore`} stays>
            <SubmitButton size="sm">{t("detail.restore")}</SubmitButton>
          </PostForm>
        )}
        {rights.archive && byUpline && (
          <PostForm id="take-over" action={`/resellers/${id}/delete`} stays>
            <input type="hidden" name="takes" value="deletion" />
            <SubmitButton size="sm">{t("upline-stops:takeDeletion")}</SubmitButton>
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
