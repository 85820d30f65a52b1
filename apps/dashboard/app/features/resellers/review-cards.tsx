import { type ReactNode, useEffect, useRef } from "react";
import { Card } from "../../ui/card.tsx";
import { useWords } from "../../words/use-words.tsx";
import { usePriceWords } from "../plans/price-words.ts";
import type { Price } from "../plans/types.ts";
import { ContactCard, type ContactFacts } from "./contact-card.tsx";

/** A reseller to be, as it will be stored. */
export interface ReviewFacts {
  name: string;
  type: "own_plans" | "commission";
  /** The whole address: "https://acme.partner.novachat.app". */
  address: string;
  plan: { name: string; isDefault: boolean; prices: Price[]; includedTaxBps: number } | null;
  firstSignIn: "link" | "password";
  mails: { to: string }[];
  contact: ContactFacts;
}

/** The summary before a reseller is created: what is stored, and who gets which mail. */
export function ReviewCards({ review }: { review: ReviewFacts }) {
  const { t } = useWords("resellers");
  const { name, type, address, contact } = review;
  const top = useRef<HTMLDivElement>(null);
  // It comes in place of a form whose end was pressed: read from its beginning.
  useEffect(() => {
    top.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <div className="stack gap-bottom" ref={top} tabIndex={-1}>
      <Card title={t("review.reseller")}>
        <dl className="list">
          <Fact label={t("field.name")} data>
            {name}
          </Fact>
          <Fact label={t("field.type")}>{t(`type.${type}`)}</Fact>
          <Fact label={t("review.address")} data>
            {address}
          </Fact>
          <PlanFact plan={review.plan} />
        </dl>
      </Card>
      <ContactCard contact={contact} />
      <Card title={t("review.sent")}>
        <dl className="list">
          {review.mails.map(({ to }) => (
            <Fact key={to} label={to} labelIsData>
              {t("review.invitation")}
            </Fact>
          ))}
          {review.mails.length === 0 && <Fact label={t("created.mail")}>{t("review.nothing")}</Fact>}
          {review.firstSignIn === "password" && (
            <Fact label={t("field.password")}>{t("review.password")}</Fact>
          )}
        </dl>
      </Card>
    </div>
  );
}

function PlanFact({ plan }: Pick<ReviewFacts, "plan">) {
  const { t } = useWords("resellers");
  const priceWords = usePriceWords(plan?.includedTaxBps ?? 0);
  if (!plan) return <Fact label={t("field.plan")}>{t("review.noPlan")}</Fact>;
  const { name, isDefault, prices } = plan;
  return (
    <Fact label={t("field.plan")}>
      {isDefault ? t("review.planDefault", { name }) : <span translate="no">{name}</span>}
      <br />
      <span className="muted num">{prices.map(priceWords).join(", ") || t("review.noPrice")}</span>
    </Fact>
  );
}

interface FactProps {
  label: string;
  /** The label, or what stands beside it, is something typed and not our word. */
  labelIsData?: boolean;
  data?: boolean;
  children: ReactNode;
}

function Fact({ label, labelIsData, data, children }: FactProps) {
  return (
    <div>
      <dt className="wrap-any" translate={labelIsData ? "no" : undefined}>
        {label}
      </dt>
      <dd className="wrap-any" translate={data ? "no" : undefined}>
        {children}
      </dd>
    </div>
  );
}
