import "../../words/imports.ts";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { Empty } from "../../ui/empty.tsx";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { RowFacts, RowState } from "./types.ts";

export interface RowsView {
  applied?: { state: RowState; removeTo: string };
  choices: { state: RowState; to: string }[];
  paging: PagingLinks;
}

const tones = { waiting: "none", ready: "ok", wrong: "warn", created: "ok", failed: "danger" } as const;

interface RowsCardProps<Row extends RowFacts> {
  /** The file's own page. */
  at: string;
  rows: Row[];
  view: RowsView;
  /** What a row comes to, where there is more to say than how far it is. */
  about?: (row: Row) => ReactNode;
}

/** The file's rows as they came, each with what became of it or what is wrong. */
export function RowsCard<Row extends RowFacts>({ at, rows, view, about }: RowsCardProps<Row>) {
  const { t } = useWords("imports");
  const format = useFormat();
  const { applied, choices, paging } = view;
  const filter = {
    label: t("rows.filter"),
    applied: applied && { words: t(`rows.${applied.state}`), removeTo: applied.removeTo },
    choices: choices.map(({ state, to }) => ({ words: t(`rows.${state}`), to })),
  };
  return (
    <>
      <div className="row gap-bottom">
        <FilterChip filter={filter} />
      </div>
      {rows.length > 0 ? (
        <Card title={t("rows.title")}>
          <CellsTable
            caption={t("rows.title")}
            rows={rows}
            rowId={(row) => String(row.line)}
            columns={[
              { head: t("column.row"), cell: (row) => <Name row={row} />, width: "w-240" },
              { head: t("column.line"), cell: (row) => format.number(row.line), right: true, width: "w-84" },
              { head: t("column.outcome"), cell: (row) => <Outcome row={row} about={about?.(row)} /> },
            ]}
          />
        </Card>
      ) : (
        <Empty
          kind="no-match"
          title={t("rows.none")}
          about={t("rows.noneAbout")}
          action={<ButtonLink to={applied?.removeTo ?? at}>{t("rows.all")}</ButtonLink>}
        />
      )}
      <Paging {...paging} />
    </>
  );
}

function Name({ row }: { row: RowFacts }) {
  if (!row.madeAt) return <span translate="no">{row.name}</span>;
  return (
    <Link className="link" to={row.madeAt} translate="no">
      {row.name}
    </Link>
  );
}

function Outcome({ row: { state, problems }, about }: { row: RowFacts; about: ReactNode }) {
  const { t } = useWords("imports");
  return (
    <div className="told">
      <Badge tone={tones[state]}>{t(`rows.${state}`)}</Badge>
      {about}
      {problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
