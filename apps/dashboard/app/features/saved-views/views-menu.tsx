import { Bookmark, X } from "lucide-react";
import { Link } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words/use-words.tsx";

/** A view as the list offers it: a link, and for its maker the way to remove it. */
export interface ViewLink {
  id: string;
  name: string;
  to: string;
  isShared: boolean;
  own: boolean;
}

interface ViewsMenuProps {
  views: ViewLink[];
  /** Saves what the list shows now; undefined = nothing is narrowed or ordered. */
  saveTo?: string;
}

/** The saved views, each an address, and the way to save another. Works without a script. */
export function ViewsMenu({ views, saveTo }: ViewsMenuProps) {
  const { t } = useWords("saved-views");
  return (
    <div className="row sp">
      {views.length > 0 && (
        <details className="pop end" name="filter">
          <summary className="chip set">
            <Icon of={Bookmark} />
            {t("menu")}
          </summary>
          <ul className="menu-items" translate="no">
            {views.map((view) => (
              <li key={view.id} className="row">
                <Link to={view.to} className="grow">
                  {view.name}
                </Link>
                {view.own && (
                  <PostForm id={`remove-${view.id}`} action={`/resellers/views/${view.id}/remove`} stays>
                    <button type="submit" className="ib" title={t("remove")}>
                      <Icon of={X} />
                      <span className="sr">{t("removeNamed", { name: view.name })}</span>
                    </button>
                  </PostForm>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {saveTo && (
        <ButtonLink to={saveTo} kind="ghost" icon={Bookmark}>
          {t("save.action")}
        </ButtonLink>
      )}
    </div>
  );
}
