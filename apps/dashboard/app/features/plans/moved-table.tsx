import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormField } from "../../ui/form.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { PlanChangePreview } from "./change-preview.tsx";

export interface MovedReseller {
  id: string;
  name: string;
  change: PlanChangePreview;
}

/** Everybody a migration moves, with before and after, and what is an exception for whom. */
export function MovedTable({ resellers }: { resellers: MovedReseller[] }) {
  const { t } = useWords("plans");
  const format = useFormat();
  const prices = ({ change }: MovedReseller) =>
    change.prices.map(({ currency, before, after }) => {
      const said = (amount: number | null) =>
        amount === null ? t("diff.none") : format.money(amount, currency);
      return `${said(before)} → ${said(after)}`;
    });
  const over = ({ change }: MovedReseller) =>
    change.meters.reduce((sum, { overUnits }) => sum + overUnits, 0);
  return (
    <CellsTable
      caption={t("migrate.who")}
      columns={[
        {
          head: t("migrate.column.reseller"),
          cell: (row) => (
            <span className="clip" translate="no">
              {row.name}
            </span>
          ),
        },
        {
          head: t("migrate.column.from"),
          cell: ({ change }) => change.before && t("versionNumber", { number: change.before.version }),
          width: "w-104",
        },
        {
          head: t("migrate.column.price"),
          cell: (row) => <Lines of={prices(row)} otherwise={t("noPrice")} />,
        },
        {
          head: t("migrate.column.over"),
          cell: (row) => (
            <span className={over(row) > 0 ? "flag over" : undefined}>{format.number(over(row))}</span>
          ),
          width: "w-168",
          right: true,
        },
        {
          head: t("migrate.column.exception"),
          cell: (row) => <ExceptionSelect reseller={row} />,
          width: "w-200",
        },
      ]}
      rows={resellers}
      rowId={({ id }) => id}
    />
  );
}

/** One under the other: several prices are wider than a phone. */
function Lines({ of, otherwise }: { of: string[]; otherwise: string }) {
  if (of.length === 0) return otherwise;
  return (
    <div>
      {of.map((line) => (
        <p key={line} className="num">
          {line}
        </p>
      ))}
    </div>
  );
}

function ExceptionSelect({ reseller }: { reseller: MovedReseller }) {
  const { t } = useWords("plans");
  const name = `exception.${reseller.id}`;
  const field = useFormField(name);
  return (
    <select
      className="in"
      name={name}
      defaultValue={field.value}
      aria-label={`${t("migrate.column.exception")}: ${reseller.name}`}
    >
      <option value="">{t("migrate.move")}</option>
      <option value="keepPrice">{t("migrate.keepPrice")}</option>
      <option value="leaveOut">{t("migrate.leaveOut")}</option>
    </select>
  );
}
