import type { ReactNode } from "react";
import { Link } from "react-router";
import { useWords } from "../words/use-words.tsx";
import { PageTitle } from "./page-title.tsx";
import { WorkspaceSwitch } from "./shell/switch.tsx";

export interface Crumb {
  words: string;
  to?: string;
  /** A name somebody typed. */
  isData?: boolean;
}

interface PageHeaderProps {
  title: string;
  /** The title is a name somebody typed, not our word. */
  titleIsData?: boolean;
  crumbs?: Crumb[];
  /** At most one filled button, far right. */
  actions?: ReactNode;
}

export function PageHeader({ title, titleIsData, crumbs = [], actions }: PageHeaderProps) {
  const { t } = useWords();
  return (
    <header className="head">
      <PageTitle isData={titleIsData}>{title}</PageTitle>
      {crumbs.length > 0 && (
        <nav className="crumbs" aria-label={t("nav.crumbs")}>
          {crumbs.map((crumb) =>
            crumb.to ? (
              <Link
                key={crumb.words}
                className="crumb"
                to={crumb.to}
                translate={crumb.isData ? "no" : undefined}
              >
                {crumb.words}
              </Link>
            ) : (
              <span key={crumb.words} className="crumb">
                {crumb.words}
              </span>
            ),
          )}
        </nav>
      )}
      <h1 className="clip" translate={titleIsData ? "no" : undefined}>
        {title}
      </h1>
      <div className="end">
        {actions}
        <WorkspaceSwitch />
      </div>
    </header>
  );
}
