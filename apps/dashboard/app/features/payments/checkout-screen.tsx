import "../../words/payment-links.ts";
import { SubmitButton } from "../../ui/button.tsx";
import { PostForm } from "../../ui/form.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { Select } from "../../ui/select.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { TenantFace } from "../identity/types.ts";

export interface CheckoutProps {
  tenant: TenantFace;
  asked: { code: string; amountMinor: number; currency: string };
}

/** The built-in gateway's page, where a real one would ask for a card. */
export function Checkout({ tenant, asked }: CheckoutProps) {
  const { t } = useWords("payment-links");
  const amount = useFormat().money(asked.amountMinor, asked.currency);
  const choices = (["none", "minute", "days"] as const).map((value) => ({
    value,
    label: t(`gateway.delays.${value}`),
  }));
  return (
    <PublicFrame tenant={tenant} title={t("gateway.title")} lead={t("gateway.lead")} footer={tenant.footer}>
      <dl className="list framed num">
        <div>
          <dt>{t("gateway.invoice")}</dt>
          <dd translate="no">{asked.code}</dd>
        </div>
        <div>
          <dt>{t("gateway.amount")}</dt>
          <dd translate="no">{amount}</dd>
        </div>
      </dl>
      <PostForm className="stack">
        <label className="tick">
          <input className="ck" type="checkbox" name="twice" />
          <span>
            <b>{t("gateway.twice")}</b>
            <span>{t("gateway.twiceAbout")}</span>
          </span>
        </label>
        <Select name="delay" label={t("gateway.delay")} hint={t("gateway.delayHint")} choices={choices} />
        <SubmitButton kind="pri" wide name="outcome" value="paid">
          {t("gateway.pay", { amount })}
        </SubmitButton>
        <SubmitButton wide name="outcome" value="declined">
          {t("gateway.decline")}
        </SubmitButton>
      </PostForm>
    </PublicFrame>
  );
}

/** An address that this gateway did not make. */
export function DeadCheckout({ tenant }: Pick<CheckoutProps, "tenant">) {
  const { t } = useWords("payment-links");
  const title = t("gateway.deadTitle");
  return <PublicFrame tenant={tenant} title={title} lead={t("gateway.deadLead")} footer={tenant.footer} />;
}
