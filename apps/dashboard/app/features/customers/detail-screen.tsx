import "../../words/customers.ts";
import { Pencil } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { initials } from "../../ui/initials.ts";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { InvoicesOfCustomer } from "../subscriptions/invoices-card.tsx";
import { SubscriptionsOfCustomer } from "../subscriptions/of-customer-card.tsx";
import { OrdersOfCustomer } from "../subscriptions/orders-card.tsx";
import type { UsageDays } from "../usage/types.ts";
import { UsageByDay } from "../usage/usage-by-day.tsx";
import { ClaimCard } from "./claim-card.tsx";
import { StatusSwitch } from "./status-switch.tsx";
import type { readTrade } from "./trade.server.ts";
import type { CustomerRights, CustomerRow } from "./types.ts";
import { UseCard } from "./use-card.tsx";
import { type CustomerUser, UsersOfCustomer } from "./users-card.tsx";

interface Customer extends Omit<CustomerRow, "used"> {
  email: string | null;
  externalId: string | null;
  /** By name. */
  country: string | null;
  address: string;
  taxId: string | null;
  /** Instant; null for a customer of the agency's own. */
  claimedUntil: string | null;
  claimOver: boolean;
}

interface CustomerDetailProps {
  customer: Customer;
  meters: { meter: string; quantity: number }[];
  usage: UsageDays;
  /** The log's entries about it; undefined = this person may not read the log. */
  logTo?: string;
  trade: Awaited<ReturnType<typeof readTrade>>;
  users: { rows: CustomerUser[]; more: boolean };
  rights: CustomerRights;
  /** A dialog over the page. */
  children?: ReactNode;
}

export function CustomerDetail({
  customer,
  meters,
  usage,
  logTo,
  trade,
  users,
  rights,
  children,
}: CustomerDetailProps) {
  const { t } = useWords("customers");
  const crumbs = [{ words: t(rights.ofAgency ? "title" : "titleOwn"), to: "/customers" }];
  const actions = (
    <>
      {rights.move && <ButtonLink to={`/customers/${customer.id}/transfer`}>{t("detail.move")}</ButtonLink>}
      {rights.edit && (
        <ButtonLink to={`/customers/${customer.id}/edit`} icon={Pencil}>
          {t("detail.edit")}
        </ButtonLink>
      )}
    </>
  );
  return (
    <>
      <PageHeader title={customer.name} titleIsData crumbs={crumbs} actions={actions} />
      <main className="body fit" id="main">
        {customer.status === "inactive" && <Note kind="warn">{t("detail.inactive")}</Note>}
        <Head customer={customer} mayToggle={rights.toggle} />
        <UseCard meters={meters} from={usage.from} to={usage.to} />
        <div className="cols">
          <div className="stack">
            <SubscriptionsOfCustomer
              customerId={customer.id}
              maySell={rights.sell && customer.status === "active"}
              {...trade.subscriptions}
            />
            <OrdersOfCustomer {...trade.orders} />
            <UsageByDay usage={usage} />
          </div>
          <div className="stack">
            <FactsCard customer={customer} rate={trade.rate} />
            {customer.claimedUntil && (
              <ClaimCard
                id={customer.id}
                until={customer.claimedUntil}
                over={customer.claimOver}
                mayExtend={rights.extendClaim}
              />
            )}
            <InvoicesOfCustomer {...trade.invoices} />
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
        <UsersOfCustomer customerId={customer.id} {...users} rights={rights} />
        {children}
      </main>
    </>
  );
}

function Head({ customer, mayToggle }: { customer: Customer; mayToggle: boolean }) {
  const { t } = useWords("customers");
  const format = useFormat();
  const { name, code, seller, createdAt } = customer;
  return (
    <section className="id-head" aria-label={t("detail.facts")}>
      <span className="ini lg" aria-hidden="true" translate="no">
        {initials(name)}
      </span>
      <div className="stack">
        <div className="facts">
          <StatusSwitch customer={customer} allowed={mayToggle} />
          <span className="mono" translate="no">
            {code}
          </span>
          <span>{t("detail.joined", { date: format.date(createdAt) })}</span>
          {seller && (
            <Link className="link" to={`/resellers/${seller.id}`}>
              {t("detail.boughtFrom", { name: seller.name })}
            </Link>
          )}
        </div>
      </div>
    </section>
  );
}

const facts = ["email", "externalId", "country", "address", "taxId"] as const;

function FactsCard({ customer, rate }: { customer: Customer; rate: CustomerDetailProps["trade"]["rate"] }) {
  const { t } = useWords("customers");
  const format = useFormat();
  return (
    <Card title={t("detail.about")}>
      <dl className="list">
        <div>
          <dt>{t("field.type")}</dt>
          <dd>{t(`type.${customer.type}`)}</dd>
        </div>
        {rate !== undefined && (
          <div>
            <dt>{t("detail.rate")}</dt>
            <dd>
              {rate
                ? t("rate.of", {
                    rate: format.rate(rate.rateBps),
                    source: t(`rate.source.${rate.source}`),
                  })
                : t("rate.none")}
            </dd>
          </div>
        )}
        {facts.map((key) => (
          <div key={key}>
            <dt>{t(`field.${key}`)}</dt>
            {customer[key] ? (
              <dd className="wrap-any" translate="no">
                {customer[key]}
              </dd>
            ) : (
              <dd className="muted">{t("detail.empty")}</dd>
            )}
          </div>
        ))}
      </dl>
    </Card>
  );
}
