import { useTranslation } from "react-i18next";
import { Form } from "react-router";
import { Button } from "../../ui/button.tsx";
import { type Filter, FilterChip } from "../../ui/filter-chip.tsx";
import { SearchBox } from "../../ui/search-box.tsx";

/** What the address says about the list. */
export interface ListView {
  query: string;
  filters: Filter[];
  /** Everything else of the address that a search must keep: sort and filters. */
  keep: Record<string, string>;
  /** The list without search and filters. */
  clearTo: string;
}

export function ListToolbar({ view }: { view: ListView }) {
  const { t } = useTranslation("resellers");
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
          <FilterChip key={filter.label} filter={filter} />
        ))}
      </div>
    </div>
  );
}
