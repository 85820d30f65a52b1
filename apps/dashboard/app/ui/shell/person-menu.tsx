import { ChevronsUpDown, LogOut } from "lucide-react";
import { Link } from "react-router";
import { useWords } from "../../words/use-words.tsx";
import { Icon } from "../icon.tsx";
import { initials } from "../initials.ts";
import { usePost } from "../use-post.ts";
import type { NavItem } from "./nav.tsx";
import { ThemeControl } from "./theme-control.tsx";

export interface Person {
  name: string;
  role: string;
  /** Profile, sessions and the like. */
  links: NavItem[];
  signOutAction: string;
}

export function PersonMenu({ person }: { person: Person }) {
  return (
    <details className="menu">
      <summary className="me">
        <span className="ava" aria-hidden="true" translate="no">
          {initials(person.name)}
        </span>
        <span className="clip">
          <span className="strong" translate="no">
            {person.name}
          </span>
          <br />
          <span className="small muted">{person.role}</span>
        </span>
        <Icon of={ChevronsUpDown} />
      </summary>
      <div className="sheet-up menu-items">
        <PersonItems person={person} />
      </div>
    </details>
  );
}

export function PersonItems({ person }: { person: Person }) {
  const { t } = useWords();
  const leave = usePost();
  return (
    <>
      {person.links.map((link) => (
        <Link key={link.label} to={link.to ?? "/"}>
          {link.icon && <Icon of={link.icon} />}
          {link.label}
        </Link>
      ))}
      <hr />
      <ThemeControl />
      <hr />
      <leave.Form method="post" action={person.signOutAction}>
        <button type="submit">
          <Icon of={LogOut} />
          {t("signOut")}
        </button>
      </leave.Form>
    </>
  );
}
