import { X } from "lucide-react";
import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ListedDraft } from "./types.ts";

/** As many as leave the form in sight. */
const atFirst = 3;

/** What somebody has begun and not created yet: each can be gone on with or removed. */
export function DraftsCard({ drafts }: { drafts: ListedDraft[] }) {
  const { t } = useWords("reseller-drafts");
  const [newest, others] = [drafts.slice(0, atFirst), drafts.slice(atFirst)];
  return (
    <Card title={t("title")} about={t("about")} className="gap-bottom">
      <Drafts drafts={newest} />
      {others.length > 0 && (
        <details>
          <summary className="small muted">{t("more", { count: others.length })}</summary>
          <Drafts drafts={others} />
        </details>
      )}
    </Card>
  );
}

function Drafts({ drafts }: { drafts: ListedDraft[] }) {
  const { t } = useWords("reseller-drafts");
  const format = useFormat();
  return (
    <ul className="drafts">
      {drafts.map(({ id, name, updatedAt }) => (
        <li key={id} className="row">
          <Link className="link clip" to={`/resellers/new?draft=${id}`}>
            {name ? t("continue", { name }) : t("continueUnnamed")}
          </Link>
          <span className="muted small num sp">{t("savedAt", { at: format.moment(updatedAt) })}</span>
          <Link
            className="ib"
            to={`/resellers/new/drafts/${id}/remove`}
            title={t("remove")}
            preventScrollReset
          >
            <Icon of={X} />
            <span className="sr">{t("removeNamed", { name: name ?? t("noName") })}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
