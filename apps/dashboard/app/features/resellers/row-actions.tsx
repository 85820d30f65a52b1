import { Pencil, Trash2 } from "lucide-react";
import { Link, useLocation } from "react-router";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { ResellerRights, ResellerRow } from "./types.ts";

interface RowActionsProps {
  reseller: Pick<ResellerRow, "id" | "name">;
  rights: ResellerRights;
}

export function RowActions({ reseller, rights }: RowActionsProps) {
  const { t } = useWords("resellers");
  // The confirmation opens over this very list, so it takes the list's search and page along.
  const { search } = useLocation();
  const name = (
    <span className="sr" translate="no">
      {" "}
      {reseller.name}
    </span>
  );
  return (
    <span className="acts">
      {rights.edit && (
        <Link className="ib" to={`/resellers/${reseller.id}/edit`} title={t("action.edit")}>
          <Icon of={Pencil} />
          <span className="sr">
            {t("action.edit")}
            {name}
          </span>
        </Link>
      )}
      {rights.archive && (
        <Link
          className="ib"
          to={`/resellers/${reseller.id}/delete${search}`}
          title={t("action.delete")}
          preventScrollReset
        >
          <Icon of={Trash2} />
          <span className="sr">
            {t("action.delete")}
            {name}
          </span>
        </Link>
      )}
    </span>
  );
}
