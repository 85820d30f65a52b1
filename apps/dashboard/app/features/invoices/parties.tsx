import "../../words/invoices.ts";
import { useWords } from "../../words/use-words.tsx";
import type { Paper, Party } from "./types.ts";

/** Who bills whom, by their legal names. */
export function Parties({ seller, buyer }: Pick<Paper, "seller" | "buyer">) {
  const { t } = useWords("invoices");
  return (
    <dl className="parties" aria-label={t("paper.parties")}>
      <Named as={t("paper.from")} party={seller} />
      <Named as={t("paper.to")} party={buyer} />
    </dl>
  );
}

function Named({ as, party }: { as: string; party: Party }) {
  const { t } = useWords("invoices");
  const { name, address, country, taxId } = party;
  return (
    <div>
      <dt>{as}</dt>
      <dd className="wrap-any">
        <span translate="no">{name}</span>
        {[address, country].filter(Boolean).map((line) => (
          <span key={line} className="muted" translate="no">
            {line}
          </span>
        ))}
        {taxId && <span className="muted">{t("paper.taxId", { id: taxId })}</span>}
      </dd>
    </div>
  );
}
