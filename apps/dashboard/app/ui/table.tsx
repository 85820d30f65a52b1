import { type ColumnDef, type RowData, tableFeatures, useTable } from "@tanstack/react-table";
import clsx from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Icon } from "./icon.tsx";

// Sorting, filtering and paging are the server's; the table holds the columns and their order.
const features = tableFeatures({});
export type Column<Row extends RowData> = ColumnDef<typeof features, Row, unknown>;

/** How a column looks; columns name themselves by id. */
export interface ColumnLook {
  /** A width class of table.css; the column without one takes what is left. */
  width?: string;
  className?: string;
  /** On phones a row is a card, and this stands before the value. */
  label?: string;
  right?: boolean;
  /** Where a click on the head leads, and how the list is ordered now. */
  sort?: { to: string; now?: "ascending" | "descending" };
  /** The cell that names the row. */
  rowHead?: boolean;
}

interface DataTableProps<Row extends RowData> {
  columns: Column<Row>[];
  looks: Record<string, ColumnLook>;
  rows: Row[];
  rowId(row: Row): string;
  rowClass?(row: Row): string | undefined;
  caption: string;
  /** Old rows stay, dimmed, while new ones are fetched. */
  busy?: boolean;
}

export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { columns, looks, rows, caption, busy } = props;
  const table = useTable({ features, columns, data: rows, getRowId: props.rowId });
  const lookOf = (id: string): ColumnLook => looks[id] ?? {};
  return (
    <div className="card cardset">
      <table className={clsx("tbl cards", busy && "busy")} aria-busy={busy || undefined}>
        <caption className="sr">{caption}</caption>
        <colgroup>
          {columns.map(({ id = "" }) => (
            <col key={id} className={clsx(lookOf(id).width, lookOf(id).className)} />
          ))}
        </colgroup>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <Head key={header.id} look={lookOf(header.column.id)}>
                  {drawn(header.column.columnDef.header, header.getContext())}
                </Head>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className={props.rowClass?.(row.original)}>
              {row.getAllCells().map((cell) => (
                <Cell key={cell.id} look={lookOf(cell.column.id)}>
                  {drawn(cell.column.columnDef.cell, cell.getContext())}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/**
 * Called, not mounted as a component: columns are made anew when what they close over changes, and cells mounted from
 * them would lose the focus and whatever is under way in them.
 */
function drawn<Context>(
  part: string | ((context: Context) => ReactNode) | undefined,
  context: Context,
): ReactNode {
  return typeof part === "function" ? part(context) : part;
}

function Head({ look, children }: { look: ColumnLook; children: ReactNode }) {
  const arrow = look.sort?.now && <Icon of={look.sort.now === "ascending" ? ArrowUp : ArrowDown} />;
  return (
    <th scope="col" className={clsx(look.className, look.right && "right")} aria-sort={look.sort?.now}>
      {look.sort ? (
        <Link to={look.sort.to} preventScrollReset>
          {children}
          {arrow}
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

function Cell({ look, children }: { look: ColumnLook; children: ReactNode }) {
  if (look.rowHead) {
    return (
      <th scope="row" className={look.className}>
        {children}
      </th>
    );
  }
  return (
    <td data-l={look.label} className={clsx(look.className, look.right && "right num")}>
      {children}
    </td>
  );
}
