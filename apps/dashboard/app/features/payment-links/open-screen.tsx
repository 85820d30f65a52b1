import "../../words/paper.ts";
import "../../words/payment-links.ts";
import { BrandMark } from "../../ui/brand-mark.tsx";
import type { FormState } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SupportLine } from "../../ui/support-line.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { TenantFace } from "../identity/types.ts";
import { lastBefore } from "../invoices/days.ts";
import { LinesTable } from "../invoices/lines-table.tsx";
import { Parties } from "../invoices/parties.tsx";
import { StateBadge } from "../invoices/state-badge.tsx";
import { PayCard } from "./pay-card.tsx";
import type { OpenedInvoice, Stage } from "./types.ts";

export interface OpenedLinkProps {
  tenant: TenantFace;
  invoice: OpenedInvoice;
  stage: Stage;
  /** This page's own path. */
  own: string;
  /** Field payerEmail. */
  state?: FormState;
}

/** An invoice for whoever has its link: what it is for, and one way to pay it; paid, its receipt. */
export function OpenedLink({ tenant, invoice, ...pay }: OpenedLinkProps) {
  const { t } = useWords(["payment-links", "paper"]);
  const isOpen = invoice.state === "open";
  return (
    <>
      <PageTitle>{t("title", { code: invoice.code })}</PageTitle>
      <main className="sheet" id="main">
        <Head tenant={tenant} invoice={invoice} />
        <PayCard invoice={invoice} {...pay} />
        <div>
          <Parties seller={invoice.seller} buyer={invoice.buyer} />
          <LinesTable paper={invoice} total={isOpen ? t("paper:due") : t("paper:total")} />
          <p className="help reason">
            <a className="link" href={`${pay.own}?format=pdf`} download>
              {t(invoice.paidAt ? "pdf.receipt" : "pdf.invoice")}
            </a>
          </p>
        </div>
      </main>
      <footer className="fine foot">
        <SupportLine />
      </footer>
    </>
  );
}

function Head({ tenant, invoice }: Pick<OpenedLinkProps, "tenant" | "invoice">) {
  const { t } = useWords("payment-links");
  const format = useFormat();
  const { code, state, overdue, coming, totalMinor, currency } = invoice;
  const date = format.date(lastBefore(invoice.dueAt));
  return (
    <header>
      <p className="row seller">
        <BrandMark name={tenant.name} />
        <b translate="no">{tenant.name}</b>
      </p>
      <p className="row which">
        <span className="muted">
          {t("invoice")}{" "}
          <span className="num" translate="no">
            {code}
          </span>
        </span>
        <StateBadge state={state} overdue={overdue} coming={coming.length > 0} />
      </p>
      <h1 className="amt num" translate="no">
        {format.money(totalMinor, currency)}
      </h1>
      {state === "open" && <p className="muted">{t(overdue ? "overdue" : "due", { date })}</p>}
    </header>
  );
}
