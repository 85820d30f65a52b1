import "../../words/transfers.ts";
import { Button, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { AskForm, type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { type Choice, Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import { OutcomeCard } from "./outcome-card.tsx";
import type { Outcome } from "./types.ts";

interface AskTransferProps {
  customer: { id: string; name: string };
  /** Whom an agency can choose; undefined for a partner, which names another by its code. */
  sellers?: Choice[];
  /** What the move would do to whom the address names. */
  outcome?: Outcome;
  chosen: { to: string; code: string };
  state?: FormState;
}

export function AskTransfer({ customer, sellers, outcome, chosen, state }: AskTransferProps) {
  const { t } = useWords(["transfers", "common"]);
  const crumbs = [
    { words: t(sellers ? "common:nav.customers" : "common:nav.myCustomers"), to: "/customers" },
    { words: customer.name, to: `/customers/${customer.id}`, isData: true },
  ];
  const refusal = state?.formError ?? Object.values(state?.errors ?? {})[0];
  return (
    <>
      <PageHeader title={t("ask.title")} crumbs={crumbs} />
      <main className="body fit" id="main">
        <div className="narrow stack">
          {refusal && (
            <Note kind="err">
              {refusal} {t("ask.safe")}
            </Note>
          )}
          <Card title={t("ask.to")}>
            <div className="pad">
              <AskForm id="ask" state={{ values: chosen }} action={`/customers/${customer.id}/transfer`}>
                {sellers ? (
                  <Select
                    name="to"
                    label={t("ask.to")}
                    hint={t("ask.toAbout")}
                    choices={[{ value: "agency", label: t("ask.nobody") }, ...sellers]}
                  />
                ) : (
                  <Field
                    name="code"
                    label={t("ask.code")}
                    hint={t("ask.codeHint")}
                    autoComplete="off"
                    translate="no"
                  />
                )}
                <Button type="submit">{t("ask.look")}</Button>
              </AskForm>
            </div>
          </Card>
          {outcome && (
            <OutcomeCard outcome={outcome}>
              {outcome.block === null && (
                <PostForm state={state} className="pad row">
                  <input type="hidden" name="to" value={chosen.to} />
                  <input type="hidden" name="code" value={chosen.code} />
                  <span className="help">{t("ask.confirms")}</span>
                  <span className="sp">
                    <SubmitButton kind="pri">{t("ask.submit")}</SubmitButton>
                  </span>
                </PostForm>
              )}
            </OutcomeCard>
          )}
        </div>
      </main>
    </>
  );
}
