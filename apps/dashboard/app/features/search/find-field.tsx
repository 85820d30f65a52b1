import { Search } from "lucide-react";
import { Form, Link } from "react-router";
import { Icon } from "../../ui/icon.tsx";
import { useHydrated } from "../../ui/use-hydrated.ts";
import { useWords } from "../../words/use-words.tsx";

/** In the sidebar: a field that leads to the page of results; with a script the button that opens the palette. */
export function FindField({ onOpen }: { onOpen(): void }) {
  const { t } = useWords("search");
  const hydrated = useHydrated();
  if (hydrated)
    return (
      <button
        type="button"
        className="find"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={onOpen}
      >
        <Icon of={Search} />
        {t("title")}
        <span className="sp" aria-hidden="true" translate="no">
          <kbd>{/Mac|iPhone|iPad/.test(navigator.platform) ? "⌘ K" : "Ctrl K"}</kbd>
        </span>
      </button>
    );
  return (
    <Form method="get" action="/search" role="search" aria-label={t("everywhere")} className="find">
      <Icon of={Search} />
      <input type="search" name="q" aria-label={t("label")} placeholder={t("title")} maxLength={200} />
    </Form>
  );
}

/** In a phone's top bar: the way to the page of results; with a script it opens the palette. */
export function FindIcon({ onOpen }: { onOpen(): void }) {
  const { t } = useWords("search");
  return (
    <Link
      to="/search"
      className="find-icon"
      onClick={(event) => {
        event.preventDefault();
        onOpen();
      }}
    >
      <Icon of={Search} />
      <span className="sr">{t("everywhere")}</span>
    </Link>
  );
}
