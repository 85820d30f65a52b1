import "../../words/customers.ts";
import { Download } from "lucide-react";
import { Form } from "react-router";
import { Button } from "../../ui/button.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { Icon } from "../../ui/icon.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { CustomerStatus } from "./types.ts";

/** A filter as the address knows it; its words are made here. */
export interface CustomersFilter {
  by: "status" | "seller";
  /** What is applied, and the address without it. `name` is a reseller's, where it is known. */
  applied?: { value: string; name?: string; removeTo: string };
  choices: { value: string; name?: string; to: string }[];
}

/** What the address says about the list. */
export interface CustomersView {
  query: string;
  /** Everything else of the address that a search must keep. */
  keep: Record<string, string | undefined>;
  filters: CustomersFilter[];
  /** The list without search and filters. */
  clearTo: string;
  /** The same rows as a file. */
  exportTo: string;
}

export function ListToolbar({ view }: { view: CustomersView }) {
  const { t } = useWords("customers");
  const word = (by: CustomersFilter["by"], value: string, name?: string) => {
    if (by === "status") return t(`status.${value as CustomerStatus}`);
    return value === "agency" ? t("filter.direct") : (name ?? t("filter.chosen"));
  };
  return (
    <div className="tools">
      <Form method="get" action={view.clearTo} role="search">
        {Object.entries(view.keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SearchBox name="q" value={view.query} label={t("list.search")} placeholder={t("list.searchHint")} />
        <noscript>
          <Button type="submit">{t("list.searchGo")}</Button>
        </noscript>
      </Form>
      <div className="row scroll">
        {view.filters.map(({ by, applied, choices }) => (
          <FilterChip
            key={by}
            filter={{
              label: t(`filter.${by}`),
              isData: by === "seller",
              applied: applied && {
                words: word(by, applied.value, applied.name),
                removeTo: applied.removeTo,
              },
              choices: choices.map(({ value, name, to }) => ({ words: word(by, value, name), to })),
            }}
          />
        ))}
      </div>
      <a className="btn sp" href={view.exportTo} download>
        <Icon of={Download} />
        {t("list.export")}
      </a>
    </div>
  );
}
