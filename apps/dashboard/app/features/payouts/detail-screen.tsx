import "../../words/payouts.ts";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { ConversionCard } from "./conversion-card.tsx";
import { LinesTable } from "./lines-table.tsx";
import { PayoutBadge } from "./state-badge.tsx";
import type { Payout, PayoutRights } from "./types.ts";

interface PayoutDetailProps {
  payout: Payout;
  rights: PayoutRights;
  /** A dialog over the page. */
  children?: ReactNode;
}

export function PayoutDetail({ payout, rights, children }: PayoutDetailProps) {
  const { t } = useWords("payouts");
  const format = useFormat();
  const { id, code, currency, amountMinor, lines, commissions } = payout;
  const sum = t("detail.sum", { count: lines, amount: format.money(amountMinor, currency) });
  return (
    <>
      <PageHeader
        title={code}
        titleIsData
        crumbs={[{ words: t("title"), to: "/payouts" }]}
        actions={<Moves payout={payout} rights={rights} />}
      />
      <main className="body fit" id="main">
        <Head payout={payout} ofAgency={rights.ofAgency} />
        {payout.paid && <ConversionCard {...{ currency, amountMinor, paid: payout.paid }} />}
        <Card
          title={t("detail.lines")}
          end={
            <a className="btn sm" href={`/payouts/${id}/lines.csv`} download>
              <Icon of={Download} />
              {t("detail.csv")}
            </a>
          }
        >
          <LinesTable lines={commissions} currency={currency} />
          <p className="foot num">
            <b className="strong">{sum}</b>{" "}
            {commissions.length < lines && t("detail.first", { number: commissions.length })}
          </p>
        </Card>
        {children}
      </main>
    </>
  );
}

/** What can be said of it in the state it is in. */
function Moves({ payout: { id, state }, rights }: { payout: Payout; rights: PayoutRights }) {
  const { t } = useWords("payouts");
  const moves = {
    draft: ["cancel", "send"],
    sent: ["fail", "complete"],
    completed: [],
    failed: [],
    cancelled: [],
  } as const;
  return moves[state]
    .filter((move) => rights[move])
    .map((move) => (
      <ButtonLink
        key={move}
        to={`/payouts/${id}/${move}`}
        kind={move === "send" || move === "complete" ? "pri" : undefined}
      >
        {t(`${move}.open`)}
      </ButtonLink>
    ));
}

function Head({ payout, ofAgency }: { payout: Payout; ofAgency: boolean }) {
  const { t } = useWords("payouts");
  const format = useFormat();
  const { state, reseller, reference, cutOff, createdAt, sentAt, settledAt } = payout;
  const sent = payout.paid ?? payout;
  return (
    <section className="id-head" aria-label={t("detail.facts")}>
      <div className="stack">
        <b className="name num" translate="no">
          {format.money(sent.amountMinor, sent.currency)}
        </b>
        <div className="facts">
          <PayoutBadge state={state} ofAgency={ofAgency} />
          {reseller && (
            <Link className="link" to={`/resellers/${reseller.id}`} translate="no">
              {reseller.name}
            </Link>
          )}
          <span>{t("detail.cutOff", { moment: format.moment(cutOff) })}</span>
          <span>{t("detail.made", { date: format.date(createdAt) })}</span>
          {sentAt && <span>{t("detail.sent", { date: format.date(sentAt) })}</span>}
          {settledAt && <span>{t("detail.settled", { date: format.date(settledAt) })}</span>}
          {reference && (
            <span>
              {t("detail.reference")}{" "}
              <span className="wrap-any" translate="no">
                {reference}
              </span>
            </span>
          )}
        </div>
      </div>
    </section>
  );
}
