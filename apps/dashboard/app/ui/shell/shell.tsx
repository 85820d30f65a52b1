import { Menu } from "lucide-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { useWords } from "../../words/use-words.tsx";
import { BrandMark } from "../brand-mark.tsx";
import { Icon } from "../icon.tsx";
import { SupportLine } from "../support-line.tsx";
import { ToastHost, type ToastMessage } from "../toast.tsx";
import { Nav, type NavItem } from "./nav.tsx";
import { type Person, PersonItems, PersonMenu } from "./person-menu.tsx";
import { WorkspaceSwitch, type Workspaces, WorkspacesContext } from "./switch.tsx";

export interface ShellProps {
  tenant: { name: string };
  nav: NavItem[];
  person: Person;
  /** The way to the search, as the sidebar and as a phone's bar show it. */
  search?: { field: ReactNode; icon: ReactNode };
  /** What one can go over to from the top right corner. */
  workspaces?: Workspaces;
  toast?: ToastMessage;
  children: ReactNode;
}

/** Sidebar at the side, a drawer on phones. Pages bring their own header and main. */
export function Shell({ tenant, nav, person, search, workspaces, toast, children }: ShellProps) {
  const { t } = useWords();
  const place = useLocation().pathname;
  const who = (
    <Link className="who" to="/">
      <BrandMark name={tenant.name} />
      <span className="clip" translate="no">
        {tenant.name}
      </span>
    </Link>
  );
  return (
    <WorkspacesContext value={workspaces}>
      <ToastHost first={toast}>
        <a className="skip" href="#main">
          {t("nav.skip")}
        </a>
        <div className="app">
          <aside className="side" aria-label={t("nav.side")}>
            {who}
            {search?.field}
            <Nav items={nav} label={t("nav.main")} />
            <div className="foot">
              <SupportLine />
              <PersonMenu key={place} person={person} />
            </div>
          </aside>
          <div className="main-col">
            <aside className="bar" aria-label={t("nav.side")}>
              {who}
              {search?.icon}
              <WorkspaceSwitch />
              {/* A new key shuts it when a link in it was followed. */}
              <details className="drawer" key={place}>
                <summary>
                  <Icon of={Menu} />
                  <span className="sr">{t("nav.menu")}</span>
                </summary>
                <div className="panel">
                  <Nav items={nav} label={t("nav.main")} />
                  <div className="foot menu-items">
                    <SupportLine />
                    <PersonItems person={person} />
                  </div>
                </div>
              </details>
            </aside>
            {children}
          </div>
        </div>
      </ToastHost>
    </WorkspacesContext>
  );
}
