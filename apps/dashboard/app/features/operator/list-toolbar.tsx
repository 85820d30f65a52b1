import "../../words/operator.ts";
import { Download } from "lucide-react";
import { Form } from "react-router";
import { Button } from "../../ui/button.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { Icon } from "../../ui/icon.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { useWords } from "../../words/use-words.tsx";

/** What the address says about a list of the operator's. */
export interface ListView {
  query: string;
  /** Everything else of the address that a search must keep. */
  keep: [name: string, value: string][];
  applied?: { value: string; removeTo: string };
  choices: { value: string; to: string }[];
  /** The list without search and filter. */
  clearTo: string;
  /** The same rows as a file. */
  exportTo: string;
}

interface ListToolbarProps {
  view: ListView;
  search: { label: string; placeholder: string };
  filter: { label: string; words: (value: string) => string };
}

export function ListToolbar({ view, search, filter }: ListToolbarProps) {
  const { t } = useWords("operator");
  const { applied, choices } = view;
  return (
    <div className="tools">
      <Form method="get" action={view.clearTo} role="search">
        {view.keep.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SearchBox name="q" value={view.query} label={search.label} placeholder={search.placeholder} />
        <noscript>
          <Button type="submit">{t("list.searchGo")}</Button>
        </noscript>
      </Form>
      <div className="row scroll">
        <FilterChip
          filter={{
            label: filter.label,
            applied: applied && { words: filter.words(applied.value), removeTo: applied.removeTo },
            choices: choices.map(({ value, to }) => ({ words: filter.words(value), to })),
          }}
        />
      </div>
      <a className="btn sp" href={view.exportTo} download>
        <Icon of={Download} />
        {t("list.export")}
      </a>
    </div>
  );
}

/** Has the address narrowed the list? An empty one then means "nothing matches". */
export function isNarrowed({ query, applied }: ListView): boolean {
  return query !== "" || applied !== undefined;
}
