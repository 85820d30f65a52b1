import "../../words/payouts.ts";
import { Button, ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { Empty } from "../../ui/empty.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { DueTable } from "./due-table.tsx";
import type { RunPreview } from "./types.ts";

interface PayoutRunProps {
  run: RunPreview;
  /** Field minimum. */
  state: FormState;
}

/** A run as it would be, to be confirmed. Everything typed is one form: one button asks again, the other makes the payouts. */
export function PayoutRun({ run, state }: PayoutRunProps) {
  const { t } = useWords("payouts");
  const format = useFormat();
  return (
    <>
      <PageHeader title={t("new.title")} crumbs={[{ words: t("title"), to: "/payouts" }]} />
      <main className="body fit" id="main">
        {run.due.length === 0 ? (
          <Empty
            kind="nothing-yet"
            title={t("new.empty.title")}
            about={t("new.empty.about")}
            action={<ButtonLink to="/commissions?state=pending">{t("new.empty.action")}</ButtonLink>}
          />
        ) : (
          <PostForm state={state} className="narrow stack">
            <ErrorSummary state={state} labels={{ minimum: t("new.minimum") }} safe={t("new.safe")} />
            <p className="help">{t("new.cutOff", { moment: format.moment(run.cutOff) })}</p>
            <Card title={t("new.due")}>
              <DueTable run={run} />
              <div className="foot">
                <Field
                  name="minimum"
                  label={t("new.minimum")}
                  hint={t("new.minimumHint")}
                  inputMode="decimal"
                  autoComplete="off"
                  optional
                />
                <Button type="submit" formMethod="get" className="gap-top">
                  {t("new.again")}
                </Button>
              </div>
            </Card>
            <Totals run={run} />
          </PostForm>
        )}
      </main>
    </>
  );
}

/** What goes out by currency, what making the payouts does, and the button that says which sums were seen. */
function Totals({ run: { totals } }: { run: RunPreview }) {
  const { t } = useWords(["payouts", "common"]);
  const format = useFormat();
  const payouts = totals.reduce((sum, total) => sum + total.payouts, 0);
  return (
    <Card title={t("new.totals")}>
      {payouts === 0 ? (
        <p className="help pad">{t("new.nothing")}</p>
      ) : (
        <>
          <ul className="list num">
            {totals.map(({ currency, amountMinor, payouts: count }) => (
              <li key={currency}>
                <b>{t("new.total", { count, amount: format.money(amountMinor, currency) })}</b>
              </li>
            ))}
          </ul>
          <div className="foot">
            <Consequences lines={[t("new.drafts"), t("new.unsent")]} />
          </div>
        </>
      )}
      <div className="foot row">
        <ButtonLink to="/payouts">{t("common:cancel")}</ButtonLink>
        {payouts > 0 && (
          <SubmitButton
            kind="pri"
            className="sp"
            name="totals"
            value={totals.map(({ currency, amountMinor }) => `${currency} ${amountMinor}`).join(",")}
          >
            {t("new.submit", { count: payouts })}
          </SubmitButton>
        )}
      </div>
    </Card>
  );
}
