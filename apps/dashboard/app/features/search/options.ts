import type { LucideIcon } from "lucide-react";
import { Building2, Search, User } from "lucide-react";
import { useWords } from "../../words/use-words.tsx";
import type { HitGroup } from "./types.ts";

/** A page or an action that this person may use. */
export interface Destination {
  label: string;
  to: string;
  icon?: LucideIcon;
}

export interface Option extends Destination {
  id: string;
  /** The label is a name somebody typed, not our word. */
  isData?: boolean;
  about?: string;
}

export interface OptionGroup {
  id: string;
  label: string;
  options: Option[];
}

/** Everything the palette offers for what is typed, in the order in which the arrow keys walk it. */
export function useOptions(query: string, groups: HitGroup[], pages: Destination[], actions: Destination[]) {
  const { t } = useWords("search");
  const found = groups.map(({ kind, hits }): OptionGroup => {
    const icon = kind === "resellers" ? Building2 : User;
    const options = hits.map(({ id, name, code, email, mark, seller, to }) => ({
      id,
      label: name,
      to,
      icon,
      isData: true,
      about: [seller?.name, email ?? mark, code].filter(Boolean).join(" · "),
    }));
    return { id: kind, label: t(`kind.${kind}`), options };
  });
  const named = (id: string, label: string, all: Destination[]): OptionGroup => ({
    id,
    label,
    options: all
      .filter((each) => each.label.toLowerCase().includes(query.toLowerCase()))
      .map((each) => ({ ...each, id: `${id}${each.to}` })),
  });
  const whole: Option[] = query
    ? [
        {
          id: "whole",
          label: t("whole", { query }),
          to: `/search?q=${encodeURIComponent(query)}`,
          icon: Search,
        },
      ]
    : [];
  return [
    ...found,
    named("pages", t("pages"), pages),
    named("actions", t("actions"), actions),
    { id: "search", label: t("title"), options: whole },
  ].filter(({ options }) => options.length > 0);
}
