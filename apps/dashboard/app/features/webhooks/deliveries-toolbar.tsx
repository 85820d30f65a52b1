import "../../words/webhooks.ts";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { DeliveryState } from "./types.ts";

/** What the address says about an endpoint's messages. */
export interface DeliveriesView {
  filters: {
    by: "state" | "type";
    applied?: { value: string; removeTo: string };
    choices: { value: string; to: string }[];
  }[];
  /** The list without filters. */
  clearTo: string;
  /** The same messages as a file. */
  exportTo: string;
}

export function DeliveriesToolbar({ view, actions }: { view: DeliveriesView; actions?: ReactNode }) {
  const { t } = useWords("webhooks");
  const word = (by: "state" | "type", value: string) =>
    by === "state" ? t(`delivery.state.${value as DeliveryState}`) : value;
  return (
    <div className="tools">
      <div className="row scroll">
        {view.filters.map(({ by, applied, choices }) => (
          <FilterChip
            key={by}
            filter={{
              label: t(`delivery.column.${by}`),
              isData: by === "type",
              applied: applied && { words: word(by, applied.value), removeTo: applied.removeTo },
              choices: choices.map(({ value, to }) => ({ words: word(by, value), to })),
            }}
          />
        ))}
      </div>
      <div className="row sp">
        {actions}
        <a className="btn" href={view.exportTo} download>
          <Icon of={Download} />
          {t("csv")}
        </a>
      </div>
    </div>
  );
}
