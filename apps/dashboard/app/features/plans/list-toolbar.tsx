import { Form } from "react-router";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Visibility } from "./types.ts";

/** A filter as the address knows it; its words are made here. */
export interface PlanFilter {
  by: "state" | "visibility";
  applied?: { value: string; removeTo: string };
  choices: { value: string; to: string }[];
}

interface PlansToolbarProps {
  query: string;
  /** What a search must keep of the address. */
  keep: Record<string, string>;
  filters: PlanFilter[];
  csvTo: string;
}

export function PlansToolbar({ query, keep, filters, csvTo }: PlansToolbarProps) {
  const { t } = useWords("plans");
  const word = (by: PlanFilter["by"], value: string) =>
    by === "state"
      ? t(`state.${value as "live" | "unpublished" | "archived"}`)
      : t(`visibility.${value as Visibility}`);
  return (
    <div className="tools">
      <Form method="get" action="/plans" role="search">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SearchBox name="q" value={query} label={t("search")} placeholder={t("searchHint")} />
        <noscript>
          <Button type="submit">{t("searchGo")}</Button>
        </noscript>
      </Form>
      <div className="row scroll">
        {filters.map(({ by, applied, choices }) => (
          <FilterChip
            key={by}
            filter={{
              label: t(`filter.${by}`),
              applied: applied && { words: word(by, applied.value), removeTo: applied.removeTo },
              choices: choices.map(({ value, to }) => ({ words: word(by, value), to })),
            }}
          />
        ))}
        <ButtonLink to={csvTo} reload>
          {t("csv")}
        </ButtonLink>
      </div>
    </div>
  );
}
