import "../../words/team.ts";
import { Form } from "react-router";
import { Button } from "../../ui/button.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { RoleName } from "../identity/accept-screen.tsx";
import type { PersonState } from "./types.ts";

/** A filter as the address knows it; its words are made here. */
interface TeamFilter {
  by: "role" | "state";
  applied?: { value: string; removeTo: string };
  choices: { value: string; to: string }[];
}

/** What the address says about the list. */
export interface TeamView {
  query: string;
  filters: TeamFilter[];
  /** Everything else of the address that a search must keep. */
  keep: Record<string, string>;
}

export function TeamToolbar({ base, view }: { base: string; view: TeamView }) {
  const { t } = useWords(["team", "common"]);
  const word = (by: TeamFilter["by"], value: string) =>
    by === "role" ? t(`common:role.${value as RoleName}`) : t(`state.${value as PersonState}`);
  return (
    <div className="tools">
      <Form method="get" action={base} role="search">
        {Object.entries(view.keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SearchBox name="q" value={view.query} label={t("search")} placeholder={t("searchHint")} />
        <noscript>
          <Button type="submit">{t("searchGo")}</Button>
        </noscript>
      </Form>
      <div className="row scroll">
        {view.filters.map(({ by, applied, choices }) => (
          <FilterChip
            key={by}
            filter={{
              label: t(`filter.${by}`),
              applied: applied && { words: word(by, applied.value), removeTo: applied.removeTo },
              choices: choices.map(({ value, to }) => ({ words: word(by, value), to })),
            }}
          />
        ))}
      </div>
    </div>
  );
}
