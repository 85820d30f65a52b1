import { Form } from "react-router";
import { Button } from "../../ui/button.tsx";
import { type Filter, FilterChip } from "../../ui/filter-chip.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type ViewLink, ViewsMenu } from "../saved-views/views-menu.tsx";
import type { ResellerNeed, ResellerStatus, ResellerType } from "./types.ts";

/** A filter as the address knows it; its words are made here. */
export interface ListFilter {
  by: "type" | "status" | "plan" | "country" | "needs" | "under";
  /** What is applied, and the address without it. `name` is a plan's or a country's name. */
  applied?: { value: string; name?: string; removeTo: string };
  choices: { value: string; name?: string; to: string }[];
}

/** What the address says about the list. */
export interface ListView {
  query: string;
  filters: ListFilter[];
  /** Everything else of the address that a search must keep: sort and filters. */
  keep: Record<string, string>;
  /** Saved views, each an address of this list; undefined where nobody keeps any. */
  saved?: ViewLink[];
  /** Where what is shown now is kept under a name; undefined = the plain list, which needs none. */
  saveTo?: string;
  /** The same search and filters, all pages, as a file. */
  csvTo: string;
  /** The list without search and filters. */
  clearTo: string;
}

export function ListToolbar({ view }: { view: ListView }) {
  const { t } = useWords("resellers");
  const inWords = useFilterWords();
  return (
    <div className="tools">
      <Form method="get" action="/resellers" role="search">
        {Object.entries(view.keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SearchBox name="q" value={view.query} label={t("list.search")} placeholder={t("list.searchHint")} />
        <noscript>
          <Button type="submit">{t("list.searchGo")}</Button>
        </noscript>
      </Form>
      <div className="row scroll">
        {view.filters.map((filter) => (
          <FilterChip key={filter.by} filter={inWords(filter)} />
        ))}
      </div>
      {view.saved && <ViewsMenu views={view.saved} saveTo={view.saveTo} />}
    </div>
  );
}

/** Types and states are words of ours, plans and countries have names. */
function useFilterWords() {
  const { t } = useWords(["resellers", "attention"]);
  const word = (by: ListFilter["by"], value: string, name = value) => {
    if (by === "needs") return t(`attention:short.${value as ResellerNeed}`);
    if (by === "under" && value === "agency") return t("filter.underAgency");
    if (by === "type") return t(`type.${value as ResellerType}`);
    return by === "status" ? t(`status.${value as ResellerStatus}`) : name;
  };
  return ({ by, applied, choices }: ListFilter): Filter => ({
    label: t(`filter.${by}`),
    isData: by === "plan" || by === "country" || by === "under",
    applied: applied && { words: word(by, applied.value, applied.name), removeTo: applied.removeTo },
    choices: choices.map(({ value, name, to }) => ({ words: word(by, value, name), to })),
  });
}
