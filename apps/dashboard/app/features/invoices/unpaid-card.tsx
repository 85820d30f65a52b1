import "../../words/invoices.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { InvoiceRights } from "./types.ts";

/** The two ways out for an invoice that nobody will pay. */
export function UnpaidCard({ id, rights }: { id: string; rights: InvoiceRights }) {
  const { t } = useWords("invoices");
  return (
    <Card title={t("unpaid.title")}>
      <p className="pad help">{t("unpaid.about")}</p>
      <div className="pad row">
        {rights.markUncollectible && (
          <ButtonLink to={`/invoices/${id}/uncollectible`} size="sm">
            {t("uncollectible.action")}
          </ButtonLink>
        )}
        {rights.void && (
          <ButtonLink to={`/invoices/${id}/void`} size="sm" kind="danger">
            {t("void.action")}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
