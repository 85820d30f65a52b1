import { Link } from "react-router";
import { initials } from "../../ui/initials.ts";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { PlanCell } from "../plans/plan-cell.tsx";
import { StatusSwitch } from "./status-switch.tsx";
import type { ResellerRow, Upline } from "./types.ts";

interface DetailHeadProps {
  reseller: ResellerRow & { host: string; address: string };
  /** Whom it hangs on; null for whoever looks. */
  upline: Upline | null;
  mayToggle: boolean;
}

export function DetailHead({ reseller, upline, mayToggle }: DetailHeadProps) {
  const { t } = useWords("resellers");
  const format = useFormat();
  return (
    <section className="id-head" aria-label={t("detail.facts")}>
      <span className="ini lg" aria-hidden="true" translate="no">
        {initials(reseller.name)}
      </span>
      <div className="stack">
        <div className="facts">
          <StatusSwitch reseller={reseller} allowed={mayToggle} />
          <span>{t(`type.${reseller.type}`)}</span>
          {reseller.plan ? <PlanCell plan={reseller.plan} /> : <span>{t("detail.noPlan")}</span>}
          <span>{t("detail.joined", { date: format.date(reseller.joinedAt) })}</span>
          {upline && (
            <Link className="link" to={`/${upline.kind}s/${upline.id}`}>
              {t("list.under", { name: upline.name })}
            </Link>
          )}
          <a className="link mono wrap-any" href={reseller.address} translate="no">
            {reseller.host}
          </a>
        </div>
      </div>
    </section>
  );
}
