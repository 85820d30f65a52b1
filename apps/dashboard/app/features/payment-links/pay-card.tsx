import "../../words/payment-links.ts";
import { Lock } from "lucide-react";
import { type ReactNode, useId } from "react";
import { SubmitButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Field } from "../../ui/field.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { OpenedLinkProps } from "./open-screen.tsx";
import { ReceiptFacts } from "./receipt-facts.tsx";
import { TransferFacts } from "./transfer-facts.tsx";

type PayProps = Omit<OpenedLinkProps, "tenant">;

/** What can be done about the invoice, or what was: always in the same place. */
export function PayCard(props: PayProps) {
  const { t } = useWords("payment-links");
  const { invoice, stage } = props;
  if (stage === "said" || stage === "booking")
    return <Waiting own={props.own} isBooking={stage === "booking"} />;
  if (stage === "coming") return <OnItsWay own={props.own} coming={invoice.coming} />;
  if (stage === "open" || stage === "declined" || stage === "again")
    return invoice.online ? <Pay {...props} /> : <Transfer invoice={invoice} />;
  if (invoice.state === "void")
    return (
      <Beside title={t("void.title")}>
        <p className="help">{t("void.about")}</p>
      </Beside>
    );
  return (
    <Beside title={t("paid.title")}>
      <ReceiptFacts invoice={invoice} />
      <p className="help">{t("paid.keeps")}</p>
    </Beside>
  );
}

function Beside({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="card pay" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Pay({ invoice, stage, own, state }: PayProps) {
  const { t } = useWords("payment-links");
  const format = useFormat();
  const words = t("pay.submit", { amount: format.money(invoice.totalMinor, invoice.currency) });
  return (
    <Beside title={words}>
      {stage === "declined" && !state && <Note kind="warn">{t("declined")}</Note>}
      {stage === "again" && !state && <Note kind="warn">{t("coming.twice")}</Note>}
      <PostForm state={state} action={stage === "again" ? `${own}?again=on` : own}>
        {stage === "again" && <input type="hidden" name="again" value="on" />}
        <ErrorSummary state={state} labels={{ payerEmail: t("pay.email") }} safe={t("pay.safe")} />
        <Field name="payerEmail" type="email" autoComplete="email" label={t("pay.email")} optional />
        <SubmitButton kind="pri" wide icon={Lock}>
          {words}
        </SubmitButton>
      </PostForm>
      <p className="muted small after">{t("pay.about")}</p>
      {invoice.account && (
        <details className="after">
          <summary>{t("pay.orTransfer")}</summary>
          <TransferFacts invoice={invoice} />
          <p className="muted small">{t("pay.transfer")}</p>
        </details>
      )}
    </Beside>
  );
}

/** Nobody takes money online for this seller: what is left is the bank. */
function Transfer({ invoice }: Pick<PayProps, "invoice">) {
  const { t } = useWords("payment-links");
  const format = useFormat();
  const { totalMinor, currency, account } = invoice;
  return (
    <Beside title={t("pay.transferTitle", { amount: format.money(totalMinor, currency) })}>
      <TransferFacts invoice={invoice} />
      <p className="muted small after">{t(account ? "pay.transfer" : "pay.transferAsk")}</p>
    </Beside>
  );
}

/** Nothing is to be done; paying once more is for whoever knows that it failed. */
function OnItsWay({ own, coming }: { own: string; coming: OpenedLinkProps["invoice"]["coming"] }) {
  const { t } = useWords("payment-links");
  const format = useFormat();
  return (
    <Beside title={t("waiting.title")}>
      {coming.map(({ provider, since, amountMinor, currency }) => (
        <p className="help" key={`${provider} ${since}`}>
          {t("coming.since", { amount: format.money(amountMinor, currency), date: format.date(since) })}
        </p>
      ))}
      <p className="help" role="status">
        {t("coming.nothing")}
      </p>
      <p className="muted small after">
        {t("coming.failed")} <a href={`${own}?again=on`}>{t("coming.again")}</a>
      </p>
    </Beside>
  );
}

/** Until the gateway itself has told of it nothing may come of it, so there is a way back. */
function Waiting({ own, isBooking }: { own: string; isBooking: boolean }) {
  const { t } = useWords("payment-links");
  return (
    <Beside title={t("waiting.title")}>
      <p className="help" role="status">
        {t("waiting.about")}
      </p>
      <a className="btn wide" href={`${own}?answer=paid`}>
        {t("waiting.reload")}
      </a>
      {!isBooking && (
        <p className="muted small after">
          {t("waiting.again")} <a href={own}>{t("waiting.back")}</a>
        </p>
      )}
    </Beside>
  );
}
