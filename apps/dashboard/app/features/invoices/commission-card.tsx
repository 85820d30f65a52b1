import "../../words/invoices.ts";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Decision, FrozenRate, Invoice } from "./types.ts";

/** What each line brings its reseller and why, in the same words for the agency and the reseller. */
export function CommissionCard({ invoice }: { invoice: Invoice }) {
  const { t } = useWords("invoices");
  const rateWords = useRateWords();
  const { lines, decisions, state } = invoice;
  const isToDecide = state === "open" && lines.some(({ rate }) => !("none" in rate));
  return (
    <Card title={t("commission.title")}>
      <p className="help pad">{t("commission.about")}</p>
      <dl className="list">
        {lines.map(({ position, plan, rate }) => (
          <div key={position}>
            <dt className="wrap-any" translate="no">
              {plan}
            </dt>
            <dd>{rateWords(rate)}</dd>
          </div>
        ))}
      </dl>
      {decisions.length > 0 ? (
        <Decisions invoice={invoice} />
      ) : (
        isToDecide && <p className="foot help">{t("commission.later")}</p>
      )}
    </Card>
  );
}

/** "12.5% from the reseller's default" */
function useRateWords(): (rate: FrozenRate) => string {
  const { t } = useWords("invoices");
  const format = useFormat();
  return (rate) =>
    "none" in rate
      ? t(`commission.none.${rate.none}`)
      : t(`commission.rate.${rate.source}`, { rate: format.rate(rate.rateBps) });
}

function Decisions({ invoice: { decisions, currency, lines } }: { invoice: Invoice }) {
  const { t } = useWords("invoices");
  const format = useFormat();
  const planOf = (position: number) => lines.find((line) => line.position === position)?.plan;
  const money = (amountMinor: number) => <span translate="no">{format.money(amountMinor, currency)}</span>;
  const several = lines.length > 1;
  const decision = ({ reason, position, at }: Decision) => (
    <span className="told">
      {t(`commission.reason.${reason}`)}
      <span className="muted small">
        <time dateTime={at}>{format.date(at)}</time>
        {several && <span translate="no"> · {planOf(position)}</span>}
      </span>
    </span>
  );
  return (
    <CellsTable
      caption={t("commission.decisions")}
      rows={decisions}
      rowId={({ position, at, reason }) => `${position} ${at} ${reason}`}
      columns={[
        { head: t("commission.decision"), cell: decision },
        { head: t("commission.base"), width: "w-104", right: true, cell: (row) => money(row.baseMinor) },
        {
          head: t("commission.share"),
          width: "w-84",
          right: true,
          cell: ({ rateBps }) => rateBps !== null && format.rate(rateBps),
        },
        { head: t("commission.amount"), width: "w-104", right: true, cell: (row) => money(row.amountMinor) },
        {
          head: t("commission.payable"),
          width: "w-116",
          cell: ({ amountMinor, payableAt }) =>
            amountMinor !== 0 && <time dateTime={payableAt}>{format.date(payableAt)}</time>,
        },
      ]}
    />
  );
}
