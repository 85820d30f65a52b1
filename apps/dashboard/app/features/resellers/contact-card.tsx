import { Card } from "../../ui/card.tsx";
import { useWords } from "../../words/use-words.tsx";

/** As shown: numbers in international form, country and language by name. */
export interface ContactFacts {
  email: string;
  phone: string;
  website: string | null;
  country: string;
  language: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
}

const order = [
  "email",
  "phone",
  "website",
  "country",
  "language",
  "contactName",
  "contactEmail",
  "contactPhone",
] as const;

export function ContactCard({ contact }: { contact: ContactFacts }) {
  const { t } = useWords("resellers");
  return (
    <Card title={t("detail.contact")}>
      <dl className="list">
        {order.map((key) => (
          <div key={key}>
            <dt>{t(`field.${key}`)}</dt>
            {contact[key] ? (
              <dd className="wrap-any" translate="no">
                {contact[key]}
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
