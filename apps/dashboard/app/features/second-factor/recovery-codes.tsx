import { Note } from "../../ui/note.tsx";
import { useWords } from "../../words/use-words.tsx";

/** Shown in the action's own answer, never on a page that could be opened again. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useWords("security");
  return (
    <>
      <Note kind="warn">{t("codes.about")}</Note>
      <ul className="codes mono" aria-label={t("codes.list")} translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </>
  );
}
