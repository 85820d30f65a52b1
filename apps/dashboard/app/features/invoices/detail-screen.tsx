import "../../words/invoices.ts";
import "../../words/paper.ts";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useWords } from "../../words/use-words.tsx";
import { DunningCard } from "../dunning/dunning-card.tsx";
import { LinkCard } from "../payment-links/link-card.tsx";
import { CommissionCard } from "./commission-card.tsx";
import { InvoiceHead } from "./invoice-head.tsx";
import { InvoiceNotes } from "./invoice-notes.tsx";
import { LinesTable } from "./lines-table.tsx";
import { MailsCard } from "./mails-card.tsx";
import { Parties } from "./parties.tsx";
import { PaymentsCard } from "./payments-card.tsx";
import type { Invoice, InvoiceRights } from "./types.ts";
import { UnpaidCard } from "./unpaid-card.tsx";

export interface InvoiceDetailProps {
  invoice: Invoice;
  /** Its link has run out while it is open. */
  linkIsPast: boolean;
  rights: InvoiceRights;
  /** The log's entries about it; undefined = this person may not read the log. */
  logTo?: string;
  /** A dialog over the page. */
  children?: ReactNode;
}

/** One invoice or credit note: what it is for, what became of it, and what it brought the reseller. */
export function InvoiceDetail({ invoice, linkIsPast, rights, logTo, children }: InvoiceDetailProps) {
  const { t } = useWords(["invoices", "paper"]);
  const { kind, code, state } = invoice;
  const isInvoice = kind === "invoice";
  const total = isInvoice ? (state === "open" ? "due" : "total") : "credited";
  return (
    <>
      <PageHeader
        title={code}
        titleIsData
        crumbs={[{ words: t("title"), to: "/invoices" }]}
        actions={<Actions invoice={invoice} rights={rights} />}
      />
      <main className="body fit" id="main">
        <InvoiceNotes invoice={invoice} rights={rights} />
        <InvoiceHead invoice={invoice} />
        <div className="cols">
          <div className="stack">
            <Card title={t(isInvoice ? "detail.paper" : "detail.creditPaper")}>
              <div className="pad">
                <Parties seller={invoice.seller} buyer={invoice.buyer} />
                <LinesTable paper={invoice} total={t(`paper:${total}`)} />
              </div>
            </Card>
            <PaymentsCard invoice={invoice} />
            <CommissionCard invoice={invoice} />
          </div>
          <div className="stack">
            {isInvoice && <LinkCard invoice={invoice} isPast={linkIsPast} rights={rights} />}
            {invoice.dunning && <DunningCard invoice={invoice} rights={rights} />}
            {(rights.void || rights.markUncollectible) && <UnpaidCard id={invoice.id} rights={rights} />}
            <MailsCard invoice={invoice} />
            {logTo && (
              <Card title={t("detail.log")}>
                <div className="pad row">
                  <span className="help">{t("detail.logAbout")}</span>
                  <ButtonLink to={logTo} size="sm" className="sp">
                    {t("detail.openLog")}
                  </ButtonLink>
                </div>
              </Card>
            )}
          </div>
        </div>
        {children}
      </main>
    </>
  );
}

function Actions({ invoice, rights }: Pick<InvoiceDetailProps, "invoice" | "rights">) {
  const { t } = useWords("invoices");
  const own = `/invoices/${invoice.id}`;
  return (
    <>
      {rights.markPaid && (
        <ButtonLink to={`${own}/mark-paid`} kind="pri">
          {t("markPaid.action")}
        </ButtonLink>
      )}
      {rights.refund && <ButtonLink to={`${own}/refund`}>{t("refund.action")}</ButtonLink>}
      <a className="btn" href={`${own}/pdf`} download>
        <Icon of={Download} />
        {t("detail.pdf")}
      </a>
    </>
  );
}
