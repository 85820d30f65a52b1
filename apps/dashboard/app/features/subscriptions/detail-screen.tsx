import "../../words/customers.ts";
import "../../words/subscriptions.ts";
import { Link, Outlet } from "react-router";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { buyerPath } from "../invoices/buyer-path.ts";
import { lastBefore } from "../invoices/days.ts";
import { StateBadge } from "./state-badge.tsx";
import type { Shown, SubscriptionRights } from "./types.ts";
import { type RunningUsage, UsageCard } from "./usage-card.tsx";
import { usePrice } from "./use-price.ts";

interface SubscriptionDetailProps {
  subscription: Shown;
  usage: RunningUsage;
  rights: SubscriptionRights;
  ofAgency: boolean;
}

export function SubscriptionDetail({ subscription, usage, rights, ofAgency }: SubscriptionDetailProps) {
  const { t } = useWords(["subscriptions", "customers"]);
  const { customer, plan, state } = subscription;
  const buyer = { words: customer.name, to: buyerPathOf(subscription, ofAgency), isData: true };
  const crumbs = subscription.wholesale
    ? [buyer]
    : [{ words: t(ofAgency ? "customers:title" : "customers:titleOwn"), to: "/customers" }, buyer];
  return (
    <>
      <PageHeader
        title={plan.name}
        titleIsData
        crumbs={crumbs}
        actions={state !== "ended" && <Actions subscription={subscription} rights={rights} />}
      />
      <main className="body fit" id="main">
        <WhatComes subscription={subscription} />
        <Facts subscription={subscription} ofAgency={ofAgency} />
        <UsageCard
          usage={usage}
          goesOn={state !== "ended"}
          pricesIncludeTax={subscription.pricesIncludeTax}
        />
      </main>
      <Outlet />
    </>
  );
}

function Actions({ subscription, rights }: Pick<SubscriptionDetailProps, "subscription" | "rights">) {
  const { t } = useWords("subscriptions");
  const own = `/subscriptions/${subscription.id}`;
  if (subscription.cancelled)
    return (
      rights.cancel && (
        <PostForm id="reactivate" action={`${own}/reactivate`} stays>
          <SubmitButton kind="pri">{t("detail.reactivate")}</SubmitButton>
        </PostForm>
      )
    );
  return (
    <>
      {rights.cancel && <ButtonLink to={`${own}/cancel`}>{t("detail.cancel")}</ButtonLink>}
      {rights.change && (
        <ButtonLink to={`${own}/change`} kind="pri">
          {t("detail.change")}
        </ButtonLink>
      )}
    </>
  );
}

function WhatComes({ subscription }: { subscription: Shown }) {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  const price = usePrice();
  const { state, cancelled, period, next, currency, interval, wholesale } = subscription;
  if (state === "ended") return null;
  const date = format.day(period.to);
  const words = cancelled ? "detail.ends" : state === "trial" ? "detail.trialEnds" : "detail.renews";
  return (
    <Note kind={cancelled ? "warn" : "plain"}>
      <p>{t(words, { date })}</p>
      {wholesale && <p>{t("detail.byPlan")}</p>}
      {next && (
        <p>
          {t("detail.next", {
            ...{ date, quantity: next.quantity, plan: next.planName },
            price: price(next.unitMinor, currency, interval, subscription.pricesIncludeTax),
          })}
        </p>
      )}
    </Note>
  );
}

const buyerPathOf = ({ customer, wholesale }: Shown, ofAgency: boolean) =>
  buyerPath(customer.id, wholesale, ofAgency);

function Facts({ subscription, ofAgency }: Pick<SubscriptionDetailProps, "subscription" | "ofAgency">) {
  const { t } = useWords("subscriptions");
  const format = useFormat();
  const price = usePrice();
  const { code, customer, seller, state, quantity, unitMinor, currency, interval, period } = subscription;
  const rows: [string, React.ReactNode][] = [
    [
      t(subscription.wholesale ? "detail.reseller" : "detail.customer"),
      <Link key="c" className="link" to={buyerPathOf(subscription, ofAgency)} translate="no">
        {customer.name}
      </Link>,
    ],
    [t("detail.price"), price(unitMinor, currency, interval, subscription.pricesIncludeTax)],
    [t("detail.quantity"), format.number(quantity)],
    [t("detail.period"), <time key="p">{format.range(period.from, lastBefore(period.to))}</time>],
    [t("detail.started"), <time key="b">{format.date(subscription.startedAt)}</time>],
  ];
  if (subscription.takenOverOn)
    rows.push([t("detail.takenOver"), <time key="t">{format.day(subscription.takenOverOn)}</time>]);
  if (seller)
    rows.push([
      t("detail.seller"),
      <span key="s" translate="no">
        {seller.name}
      </span>,
    ]);
  if (subscription.endedAt)
    rows.push([t("detail.ended"), <time key="e">{format.date(subscription.endedAt)}</time>]);
  return (
    <Card
      title={t("detail.facts")}
      about={
        <span className="mono" translate="no">
          {code}
        </span>
      }
      end={<StateBadge state={state} pastDue={subscription.pastDue} />}
    >
      <dl className="list">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
