import "../../words/invoices.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CopyLine } from "../../ui/copy-line.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Invoice, InvoiceRights } from "../invoices/types.ts";

interface LinkCardProps {
  invoice: Pick<Invoice, "id" | "state" | "link">;
  isPast: boolean;
  rights: InvoiceRights;
}

/** The address by which an invoice is paid, and what can be done about it. */
export function LinkCard({ invoice: { id, state, link }, isPast, rights }: LinkCardProps) {
  const { t } = useWords("invoices");
  const format = useFormat();
  const hint = () => {
    const isOwed = state === "open" || state === "uncollectible";
    if (!link) return t(isOwed ? "link.none" : "link.noneLeft");
    if (!isOwed) return t(state === "void" ? "link.void" : "link.receipt");
    return t(isPast ? "link.past" : "link.until", { date: format.date(link.expiresAt) });
  };
  return (
    <Card title={t("link.title")}>
      <div className="pad">
        {link && <CopyLine label={t("link.label")} value={link.url} />}
        <p className="help">{hint()}</p>
      </div>
      {(rights.newLink || rights.revokeLink) && (
        <div className="pad row">
          {rights.newLink && (
            <ButtonLink to={`/invoices/${id}/link/new`} size="sm">
              {t("link.new")}
            </ButtonLink>
          )}
          {rights.revokeLink && (
            <ButtonLink to={`/invoices/${id}/link/revoke`} size="sm" kind="danger">
              {t("link.revoke")}
            </ButtonLink>
          )}
        </div>
      )}
    </Card>
  );
}
