import "../../words/invoices.ts";
import { Link } from "react-router";
import { Card } from "../../ui/card.tsx";
import { useWords } from "../../words/use-words.tsx";
import { MailBadge } from "../resellers/mail-state.tsx";
import type { Invoice } from "./types.ts";

/** What was mailed about a document and to whom; where its customer has no address, what to do about it. */
export function MailsCard({ invoice: { mails, mailedTo, customer } }: { invoice: Invoice }) {
  const { t } = useWords("invoices");
  return (
    <Card title={t("mails.title")}>
      {mailedTo === null && (
        <p className="pad help">
          {t("mails.noAddress")}{" "}
          <Link className="link" to={`/customers/${customer.id}`}>
            {t("mails.toCustomer")}
          </Link>
        </p>
      )}
      {mailedTo !== null && mails.length === 0 && <p className="pad help">{t("mails.none")}</p>}
      {mails.length > 0 && (
        <dl className="list">
          {mails.map(({ id, kind, recipient, state }) => (
            <div key={id}>
              <dt className="wrap-any">
                {t(`mails.kind.${kind}`)}
                <br />
                <span className="small" translate="no">
                  {recipient}
                </span>
              </dt>
              <dd>
                <MailBadge state={state} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
