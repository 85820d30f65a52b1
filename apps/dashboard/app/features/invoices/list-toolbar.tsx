import "../../words/invoices.ts";
import { Download } from "lucide-react";
import { Form } from "react-router";
import { Button } from "../../ui/button.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { Icon } from "../../ui/icon.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type DayRange, useDayRange } from "./day-range.ts";
import type { InvoiceKind, InvoiceState, Sold } from "./types.ts";

/** A filter as the address knows it; its words are made here. */
export interface InvoicesFilter {
  by: "state" | "kind" | "customer" | "reseller" | "sold" | "needs" | "currency" | "issued" | "paidOn";
  /** What is applied, and the address without it. `name` is a customer's, where it is known. */
  applied?: { value: string; name?: string; days?: DayRange; removeTo: string };
  choices: { value: string; to: string }[];
}

/** What the address says about the list. */
export interface InvoicesView {
  query: string;
  /** Everything else of the address that a search must keep. */
  keep: Record<string, string | undefined>;
  filters: InvoicesFilter[];
  /** The list without search and filters. */
  clearTo: string;
  /** The same rows as a file. */
  exportTo: string;
}

export function ListToolbar({ view }: { view: InvoicesView }) {
  const { t } = useWords("invoices");
  const range = useDayRange();
  const word = ({ by }: InvoicesFilter, value: string, name?: string, days?: DayRange) => {
    if (days) return range(days);
    if (by === "sold") return t(`sold.${value as Sold}`);
    if (by === "currency") return value;
    if (by === "needs") return t("surplus.filter");
    if (by === "state") return t(`state.${value as InvoiceState}`);
    return by === "kind" ? t(`kind.${value as InvoiceKind}`) : (name ?? t("filter.chosen"));
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
        {view.filters.map((filter) => (
          <FilterChip
            key={filter.by}
            filter={{
              label: t(`filter.${filter.by}`),
              isData: filter.by === "customer" || filter.by === "reseller",
              applied: filter.applied && {
                words: word(filter, filter.applied.value, filter.applied.name, filter.applied.days),
                removeTo: filter.applied.removeTo,
              },
              choices: filter.choices.map(({ value, to }) => ({ words: word(filter, value), to })),
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
