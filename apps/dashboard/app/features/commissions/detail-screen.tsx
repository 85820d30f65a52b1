import "../../words/commissions.ts";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { buyerPath } from "../invoices/buyer-path.ts";
import { lastBefore } from "../invoices/days.ts";
import { DecisionsTable } from "./decisions-table.tsx";
import { DisputesCard } from "./disputes-card.tsx";
import { LineFacts } from "./line-facts.tsx";
import { CommissionBadge } from "./state-badge.tsx";
import type { Commission, Reader } from "./types.ts";

interface CommissionDetailProps {
  commission: Commission;
  rights: { dispute: boolean; withdraw: boolean; settle: boolean } & Reader;
  /** A dialog over the page. */
  children?: ReactNode;
}

/** What one line of an invoice brings its reseller: how it came about, what followed, and what was disputed. */
export function CommissionDetail({ commission, rights, children }: CommissionDetailProps) {
  const { t } = useWords("commissions");
  const { id, invoice } = commission;
  const { ofAgency } = rights;
  const moves = (["withdraw", "dispute", "settle"] as const).filter((move) => rights[move]);
  return (
    <>
      <PageHeader
        title={t("detail.title", { invoice: invoice.code, line: invoice.position })}
        crumbs={[{ words: t("title"), to: "/commissions" }]}
        actions={moves.map((move) => (
          <ButtonLink
            key={move}
            to={`/commissions/${id}/${move}`}
            kind={move === "settle" ? "pri" : undefined}
          >
            {t(`dispute.${move === "dispute" ? "new" : move}.button`)}
          </ButtonLink>
        ))}
      />
      <main className="body fit" id="main">
        <Head commission={commission} ofAgency={ofAgency} />
        <Card title={t("detail.how")}>
          <LineFacts line={commission} ofAgency={ofAgency} />
        </Card>
        <Card title={t("detail.decisions")}>
          <DecisionsTable commission={commission} ofAgency={ofAgency} />
        </Card>
        {commission.disputes.length > 0 && <DisputesCard disputes={commission.disputes} />}
        {children}
      </main>
    </>
  );
}

function Head({ commission, ofAgency }: { commission: Commission } & Reader) {
  const { t } = useWords("commissions");
  const format = useFormat();
  const { customer, reseller, invoice, plan, from, to, totalMinor, currency } = commission;
  return (
    <section className="id-head" aria-label={t("detail.facts")}>
      <div className="stack">
        <b className="name num">{format.money(totalMinor, currency)}</b>
        <div className="facts">
          <CommissionBadge row={commission} ofAgency={ofAgency} />
          <Link
            className="link"
            to={buyerPath(customer.id, commission.reason === "wholesale", ofAgency)}
            translate="no"
          >
            {customer.name}
          </Link>
          {reseller && (
            <Link className="link" to={`/resellers/${reseller.id}`} translate="no">
              {reseller.name}
            </Link>
          )}
          <Link className="link mono" to={`/invoices/${invoice.id}`} translate="no">
            {invoice.code}
          </Link>
          <span>
            <span translate="no">{plan}</span>,{" "}
            <time dateTime={from}>{format.range(from, lastBefore(to))}</time>
          </span>
        </div>
      </div>
    </section>
  );
}
