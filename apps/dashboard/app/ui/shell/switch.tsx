import { ChevronsUpDown, Layers } from "lucide-react";
import { createContext, use } from "react";
import { Link, useLocation } from "react-router";
import { Icon } from "../icon.tsx";
import type { NavItem } from "./nav.tsx";

/** Where the person at the screen can go over to: the apps and companies that are theirs on this host. */
export interface Workspaces {
  /** What one is in now. */
  label: string;
  items: NavItem[];
}

/** Undefined where there is nothing to go over to. */
export const WorkspacesContext = createContext<Workspaces | undefined>(undefined);

/** Top right on every page (D-07), and in a phone's bar; links alone, so it works without a script. */
export function WorkspaceSwitch() {
  const workspaces = use(WorkspacesContext);
  const place = useLocation();
  if (!workspaces) return null;
  return (
    <details className="pop end switch" key={place.key}>
      <summary className="btn ghost">
        <Icon of={Layers} />
        <span className="words">{workspaces.label}</span>
        <Icon of={ChevronsUpDown} />
      </summary>
      <ul className="menu-items">
        {workspaces.items.map(({ label, to, icon }) => (
          <li key={label}>
            <Link to={to ?? "/"}>
              {icon && <Icon of={icon} />}
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
