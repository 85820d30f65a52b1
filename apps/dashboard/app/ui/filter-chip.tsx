import { Plus, X } from "lucide-react";
import { Link } from "react-router";
import { useWords } from "../words/use-words.tsx";
import { Icon } from "./icon.tsx";

export interface Filter {
  label: string;
  /** What can be chosen are names, not words of ours. */
  isData?: boolean;
  /** The value applied now, in words, and the address without it. */
  applied?: { words: string; removeTo: string };
  /** What can be chosen, each an address. */
  choices: { words: string; to: string }[];
}

/** Solid with a cross = applied; dashed = can be added. All of it is links, so it works without a script. */
export function FilterChip({ filter }: { filter: Filter }) {
  const { t } = useWords();
  if (filter.applied) {
    return (
      <Link className="chip set" to={filter.applied.removeTo} preventScrollReset>
        {filter.label} <b translate={filter.isData ? "no" : undefined}>{filter.applied.words}</b>
        <Icon of={X} />
        <span className="sr">{t("filter.remove")}</span>
      </Link>
    );
  }
  return (
    <details className="pop" name="filter">
      <summary className="chip">
        <Icon of={Plus} />
        {filter.label}
      </summary>
      <ul className="menu-items" translate={filter.isData ? "no" : undefined}>
        {filter.choices.map((choice) => (
          <li key={choice.to}>
            <Link to={choice.to} preventScrollReset>
              {choice.words}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
