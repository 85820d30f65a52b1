import "../../words/commissions.ts";
import { Download } from "lucide-react";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type DayRange, useDayRange } from "../invoices/day-range.ts";
import type { CommissionRow } from "./types.ts";

/** A filter as the address knows it; its words are made here. */
export interface CommissionsFilter {
  by: "state" | "outcome" | "reseller" | "customer" | "currency" | "days";
  /** What is applied, and the address without it. `name` is a reseller's, where it is known. */
  applied?: { value: string; name?: string; days?: DayRange; removeTo: string };
  choices: { value: string; name?: string; to: string }[];
}

/** What the address says about the list. */
export interface CommissionsView {
  filters: CommissionsFilter[];
  /** The list without filters. */
  clearTo: string;
  /** The same lines as a file. */
  exportTo: string;
}

export function CommissionsToolbar({ view }: { view: CommissionsView }) {
  const { t } = useWords("commissions");
  const range = useDayRange();
  const word = (by: CommissionsFilter["by"], value: string, name?: string) => {
    if (by === "state") return t(`state.${value as CommissionRow["state"]}`);
    if (by === "outcome") return t(`outcome.${value as CommissionRow["outcome"] | "all"}`);
    if (by === "currency") return value;
    return name ?? t("filter.chosen");
  };
  return (
    <div className="tools">
      <div className="row scroll">
        {view.filters.map(({ by, applied, choices }) => (
          <FilterChip
            key={by}
            filter={{
              label: t(`filter.${by}`),
              isData: by === "reseller" || by === "customer",
              applied: applied && {
                words: applied.days ? range(applied.days) : word(by, applied.value, applied.name),
                removeTo: applied.removeTo,
              },
              choices: choices.map(({ value, name, to }) => ({ words: word(by, value, name), to })),
            }}
          />
        ))}
      </div>
      <a className="btn sp" href={view.exportTo} download>
        <Icon of={Download} />
        {t("list.csv")}
      </a>
    </div>
  );
}
