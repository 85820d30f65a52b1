import "../../words/payouts.ts";
import { Download } from "lucide-react";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { PayoutRow } from "./types.ts";

/** A filter as the address knows it; its words are made here. */
export interface PayoutsFilter {
  by: "state" | "reseller";
  /** What is applied, and the address without it. `name` is a reseller's, where it is known. */
  applied?: { value: string; name?: string; removeTo: string };
  choices: { value: string; name?: string; to: string }[];
}

/** What the address says about the list. */
export interface PayoutsView {
  filters: PayoutsFilter[];
  /** The list without filters. */
  clearTo: string;
  /** The same payouts as a file. */
  exportTo: string;
}

export function PayoutsToolbar({ view, ofAgency }: { view: PayoutsView; ofAgency: boolean }) {
  const { t } = useWords("payouts");
  const word = (by: PayoutsFilter["by"], value: string, name?: string) =>
    by === "state"
      ? t(`${ofAgency ? "state" : "stateOwn"}.${value as PayoutRow["state"]}`)
      : (name ?? t("filter.chosen"));
  return (
    <div className="tools">
      <div className="row scroll">
        {view.filters.map(({ by, applied, choices }) => (
          <FilterChip
            key={by}
            filter={{
              label: t(`filter.${by}`),
              isData: by === "reseller",
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
        {t("list.csv")}
      </a>
    </div>
  );
}
