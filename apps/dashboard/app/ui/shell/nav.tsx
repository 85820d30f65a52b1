import type { LucideIcon } from "lucide-react";
import { NavLink } from "react-router";
import { useFormat } from "../../words/format.tsx";
import { Icon } from "../icon.tsx";

export interface NavItem {
  label: string;
  icon?: LucideIcon;
  /** A group has items instead of an address. */
  to?: string;
  /** The address is current only when it is the whole path. */
  exact?: boolean;
  count?: number;
  items?: NavItem[];
}

export function Nav({ items, label }: { items: NavItem[]; label: string }) {
  return (
    <nav className="nav" aria-label={label}>
      <ul>
        {items.map((item) => (
          <Entry key={item.label} item={item} />
        ))}
      </ul>
    </nav>
  );
}

function Entry({ item }: { item: NavItem }) {
  const format = useFormat();
  const words = (
    <>
      {item.icon && <Icon of={item.icon} />}
      {item.label}
      {item.count !== undefined && <span className="n">{format.number(item.count)}</span>}
    </>
  );
  return (
    <li>
      {item.to ? (
        <NavLink to={item.to} end={item.exact}>
          {words}
        </NavLink>
      ) : (
        <span className="grp">{words}</span>
      )}
      {item.items && (
        <ul>
          {item.items.map((each) => (
            <Entry key={each.label} item={each} />
          ))}
        </ul>
      )}
    </li>
  );
}
