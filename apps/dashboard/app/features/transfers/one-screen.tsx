import "../../words/transfers.ts";
import { Badge } from "../../ui/badge.tsx";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { StateBadge } from "./state-badge.tsx";
import type { Transfer } from "./types.ts";

interface OneTransferProps {
  transfer: Transfer;
  /** One of the customer's people looks. */
  ofCustomer: boolean;
  mayAnswer: boolean;
  state?: FormState;
}

export function OneTransfer({ transfer, ofCustomer, mayAnswer, state }: OneTransferProps) {
  const { t } = useWords("transfers");
  const crumbs = ofCustomer ? [] : [{ words: t("title"), to: "/transfers" }];
  return (
    <>
      <PageHeader title={t("one.title", { name: transfer.customer.name })} crumbs={crumbs} />
      <main className="body fit" id="main">
        <div className="narrow stack">
          {state?.formError && <Note kind="err">{state.formError}</Note>}
          <Card title={t("one.sides")} end={<StateBadge state={transfer.state} />}>
            <Sides transfer={transfer} />
            <p className="pad help">
              <When transfer={transfer} />
            </p>
          </Card>
          {mayAnswer && <Answer />}
        </div>
      </main>
    </>
  );
}

const sides = ["giver", "receiver", "customer"] as const;

function Sides({ transfer }: { transfer: Transfer }) {
  const { t } = useWords("transfers");
  const format = useFormat();
  const word = (side: (typeof sides)[number]) => {
    const at = transfer.confirmed[side];
    if (transfer.refusedBy === side) return <Badge tone="danger">{t("one.refused")}</Badge>;
    if (at) return <Badge tone="ok">{t("one.confirmed", { date: format.date(at) })}</Badge>;
    return <Badge tone="none">{t("one.waits")}</Badge>;
  };
  return (
    <dl className="list">
      {sides.map((side) => (
        <div key={side}>
          <dt>{t(`side.${side}`)}</dt>
          <dd>
            <span className="told">
              {transfer[side].name !== "" && <b translate="no">{transfer[side].name}</b>}
              {word(side)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function When({ transfer }: { transfer: Transfer }) {
  const { t } = useWords("transfers");
  const format = useFormat();
  const { state, lapsesAt, dueAt, settledAt, confirmed } = transfer;
  if (state === "scheduled" && dueAt) return t("one.due", { date: format.date(dueAt) });
  if (state === "done" && settledAt) return t("one.done", { date: format.date(settledAt) });
  if (settledAt) return t("one.over", { date: format.date(settledAt) });
  if (sides.every((side) => confirmed[side])) return t("one.soon");
  return t("one.until", { date: format.date(lapsesAt) });
}

function Answer() {
  const { t } = useWords("transfers");
  return (
    <Card title={t("one.confirm")}>
      <div className="pad stack">
        <span className="help">{t("one.answerAbout")}</span>
        <span className="row">
          <PostForm id="refuse">
            <input type="hidden" name="answer" value="refuse" />
            <SubmitButton kind="danger">{t("one.refuse")}</SubmitButton>
          </PostForm>
          <PostForm id="confirm">
            <input type="hidden" name="answer" value="confirm" />
            <SubmitButton kind="pri">{t("one.confirm")}</SubmitButton>
          </PostForm>
        </span>
      </div>
    </Card>
  );
}
