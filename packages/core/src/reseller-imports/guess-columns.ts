import { type ImportField, importFields } from "./schemas.ts";

/** Names of columns that say what they hold, beside the field's own. */
const alsoCalled: Partial<Record<ImportField, string[]>> = {
  name: ["company", "company name", "reseller", "reseller name"],
  email: ["e-mail", "login email", "email address"],
  loginDomain: ["login domain", "subdomain", "domain"],
  type: ["reseller type", "model"],
  phone: ["company phone", "telephone", "phone number"],
  website: ["url", "web site"],
  language: ["preferred language"],
  contactName: ["contact person", "contact"],
  contactEmail: ["contact e-mail"],
  plan: ["plan name"],
  externalId: ["external id", "id"],
};

/** Which column is which field, by their names. A column is taken once. Pure. */
export function guessColumns(head: readonly string[]): Partial<Record<ImportField, number>> {
  const names = head.map(plain);
  const found: Partial<Record<ImportField, number>> = {};
  for (const field of importFields) {
    const wanted = [field, ...(alsoCalled[field] ?? [])].map(plain);
    const place = names.findIndex((name) => wanted.includes(name));
    if (place >= 0 && !Object.values(found).includes(place)) found[field] = place;
  }
  return found;
}

/** "Contact E-Mail" and "contactEmail" are the same name. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
