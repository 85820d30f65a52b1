import clsx from "clsx";
import type { ReactNode } from "react";

interface CellsColumn<Row> {
  head: string;
  cell: (row: Row) => ReactNode;
  /** A width class of table.css; a column without one shares what is left. */
  width?: string;
  /** Numbers stand at the end. */
  right?: boolean;
}

interface CellsTableProps<Row> {
  caption: string;
  /** The first names the row. */
  columns: CellsColumn<Row>[];
  rows: Row[];
  rowId(row: Row): string;
}

/** A small table inside a card, without sorting: heads, cells, and on phones each value behind its head. */
export function CellsTable<Row>({ caption, columns, rows, rowId }: CellsTableProps<Row>) {
  const [first, ...rest] = columns;
  if (!first) return null;
  const classOf = ({ width, right }: CellsColumn<Row>) => clsx(width, right && "right num");
  return (
    <table className="tbl cards top-line">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.head} scope="col" className={classOf(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowId(row)}>
            <th scope="row">{first.cell(row)}</th>
            {rest.map((column) => (
              <td key={column.head} data-l={column.head} className={classOf(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
