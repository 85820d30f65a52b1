import "../../words/customers.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useWords } from "../../words/use-words.tsx";

/** Leads from a reseller's page to its customers, and to a form for one more of them. */
export function CustomersOfReseller({ id, mayAdd }: { id: string; mayAdd: boolean }) {
  const { t } = useWords("customers");
  return (
    <Card title={t("card.title")}>
      <div className="pad row">
        <span className="help">{t("card.about")}</span>
        <span className="row sp">
          {mayAdd && (
            <ButtonLink to={`/customers/new?seller=${id}`} size="sm">
              {t("card.add")}
            </ButtonLink>
          )}
          <ButtonLink to={`/customers?seller=${id}`} size="sm">
            {t("card.list")}
          </ButtonLink>
        </span>
      </div>
    </Card>
  );
}
