import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { PageHeader } from "../../ui/page-header.tsx";
import { useWords } from "../../words/use-words.tsx";

const pages = [
  "profile",
  "sessions",
  "security",
  "notifications",
  "brand",
  "legal-entity",
  "gateway-account",
  "connected-account",
  "clock",
  "team",
  "keys",
  "webhooks",
  "audit",
  "export",
] as const;
export type SettingsPage = (typeof pages)[number];

interface SettingsFrameProps {
  page: SettingsPage;
  /** What this person may open; what is about oneself is everybody's. */
  open: readonly SettingsPage[];
  actions?: ReactNode;
  /** Stands under the page, across the full width: a save bar. */
  after?: ReactNode;
  children: ReactNode;
}

export function SettingsFrame({ page, open, actions, after, children }: SettingsFrameProps) {
  const { t } = useWords(["settings", "common"]);
  return (
    <>
      <PageHeader title={t(`common:nav.${page}`)} crumbs={[{ words: t("title") }]} actions={actions} />
      <nav className="tabs" aria-label={t("tabs")}>
        {pages
          .filter((each) => open.includes(each))
          .map((each) => (
            <NavLink key={each} to={`/settings/${each}`}>
              {t(`common:nav.${each}`)}
            </NavLink>
          ))}
      </nav>
      <main className={after ? "body fit saved" : "body fit"} id="main">
        {children}
      </main>
      {after}
    </>
  );
}
