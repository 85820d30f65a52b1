import "../../words/customers.ts";
import { UserPlus } from "lucide-react";
import { Link } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { PersonBadge } from "../team/person-badge.tsx";
import type { PersonRow } from "../team/types.ts";
import type { CustomerRights } from "./types.ts";

export type CustomerUser = Omit<PersonRow, "mayChange">;

interface UsersOfCustomerProps {
  customerId: string;
  rows: CustomerUser[];
  /** There are more than are shown. */
  more: boolean;
  rights: CustomerRights;
}

/** The related list at the bottom of a customer's page (D-19); a name opens its user's details (D-20). */
export function UsersOfCustomer({ customerId, rows, more, rights }: UsersOfCustomerProps) {
  const { t } = useWords(["customers", "common"]);
  const format = useFormat();
  const base = `/customers/${customerId}/users`;
  const end = (
    <span className="row">
      {rights.addUser && (
        <ButtonLink to={`${base}/new`} size="sm" icon={UserPlus}>
          {t("users.add")}
        </ButtonLink>
      )}
      <ButtonLink to={base} size="sm">
        {t("users.all")}
      </ButtonLink>
    </span>
  );
  const shown = (row: CustomerUser) => row.name || row.email;
  return (
    <Card
      title={t("users.title")}
      className="gap-top"
      about={more ? undefined : format.number(rows.length)}
      end={end}
    >
      {rows.length === 0 ? (
        <p className="pad help">{t("users.none")}</p>
      ) : (
        <CellsTable
          caption={t("users.title")}
          columns={[
            {
              head: t("users.name"),
              cell: (row) =>
                rights.seeUser ? (
                  <Link className="clip" to={`${base}/${row.userId}`} translate="no">
                    {shown(row)}
                  </Link>
                ) : (
                  <span className="clip" translate="no">
                    {shown(row)}
                  </span>
                ),
            },
            {
              head: t("users.email"),
              cell: (row) => (
                <span className="clip" translate="no">
                  {row.email}
                </span>
              ),
            },
            { head: t("users.role"), cell: (row) => t(`common:role.${row.role}`), width: "w-132" },
            { head: t("users.state"), cell: (row) => <PersonBadge person={row} />, width: "w-168" },
            {
              head: t("users.seen"),
              cell: ({ lastSeenAt }) =>
                lastSeenAt ? (
                  <time dateTime={lastSeenAt}>{format.moment(lastSeenAt)}</time>
                ) : (
                  <span className="muted">–</span>
                ),
              width: "w-168",
            },
          ]}
          rows={rows}
          rowId={({ userId }) => userId}
        />
      )}
    </Card>
  );
}
