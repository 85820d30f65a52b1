import "../../words/features.ts";
import { useMemo } from "react";
import { Link } from "react-router";
import type { Column, ColumnLook } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { ChoiceSwitch } from "./choice-switch.tsx";
import type { AccountRow, HeldRow } from "./types.ts";

export type FeatureAccount = AccountRow & HeldRow;

const order = ["account", "type", "reason", "has"] as const;

export function useAccountColumns(featureId: string, mayChoose: boolean) {
  const { t } = useWords(["features", "resellers"]);
  const columns = useMemo(() => {
    const cells: Record<(typeof order)[number], (row: FeatureAccount) => React.ReactNode> = {
      account: (row) => <AccountName account={row} />,
      type: (row) => row.type && t(`resellers:type.${row.type}`),
      reason: (row) => t(`reason.${row.reason}`),
      has: (row) => (
        <ChoiceSwitch
          featureId={featureId}
          accountId={row.id}
          name={row.name}
          held={row}
          allowed={mayChoose}
        />
      ),
    };
    return order.map(
      (id): Column<FeatureAccount> => ({
        id,
        header: () => t(`column.${id}`),
        cell: ({ row }) => cells[id](row.original),
      }),
    );
  }, [t, featureId, mayChoose]);
  const looks: Record<string, ColumnLook> = {
    account: { rowHead: true },
    type: { width: "w-168", label: t("column.type"), className: "md" },
    reason: { label: t("column.reason") },
    has: { width: "w-200", label: t("column.has") },
  };
  return { columns, looks };
}

/** A reseller has a page; customers have none yet. */
export function AccountName({ account }: { account: AccountRow }) {
  return (
    <span className="who2" translate="no">
      {account.kind === "reseller" ? (
        <Link className="clip" to={`/resellers/${account.id}`} title={account.name}>
          {account.name}
        </Link>
      ) : (
        <span className="clip" title={account.name}>
          {account.name}
        </span>
      )}
      <span className="mono">{account.code}</span>
    </span>
  );
}
