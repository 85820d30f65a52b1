import "../../words/paper.ts";
import { useWords } from "../../words/use-words.tsx";
import type { Paper, Party } from "./types.ts";

/** Who bills whom, by their legal names. */
export function Parties({ seller, buyer }: Pick<Paper, "seller" | "buyer">) {
  const { t } = useWords("paper");
  return (
    <dl className="parties" aria-label={t("parties")}>
      <Named as={t("from")} party={seller} />
      <Named as={t("to")} party={buyer} />
    </dl>
  );
}

function Named({ as, party }: { as: string; party: Party }) {
  const { t } = useWords("paper");
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
        {taxId && <span className="muted">{t("taxId", { id: taxId })}</span>}
      </dd>
    </div>
  );
}
