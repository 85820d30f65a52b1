import { Undo2 } from "lucide-react";
import { PostForm } from "../../ui/form.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words/use-words.tsx";

/** What can be done with a deleted reseller in its row. */
export function RestoreAction({ id, name }: { id: string; name: string }) {
  const { t } = useWords("resellers");
  return (
    <PostForm id={`restore-${id}`} action={`/resellers/${id}/restore`} stays className="acts">
      <button type="submit" className="ib" title={t("detail.restore")}>
        <Icon of={Undo2} />
        <span className="sr">
          {t("detail.restore")} <span translate="no">{name}</span>
        </span>
      </button>
    </PostForm>
  );
}
