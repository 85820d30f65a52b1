import type { readReseller } from "@tenantry/core/resellers/read";
import type { updateReseller } from "@tenantry/core/resellers/update";
import { fieldsOf } from "../../request/verbs.server.ts";

type Stored = Pick<
  Awaited<ReturnType<typeof readReseller>>,
  | "updatedAt"
  | "name"
  | "email"
  | "phone"
  | "website"
  | "country"
  | "language"
  | "contactName"
  | "contactEmail"
  | "contactPhone"
>;

/** What is stored, under the names of the edit form. */
export function storedValues(stored: Stored): Record<string, string> {
  const { updatedAt, name, email, phone, website, country, language } = stored;
  const { contactName, contactEmail, contactPhone } = stored;
  return {
    ...{ updatedAt, name, email, phone, website: website ?? "", country: country ?? "", language },
    ...{ contactName, contactEmail, contactPhone },
  };
}

/** What the edit form asks to change. */
export function changeOf(form: FormData, id: string): Parameters<typeof updateReseller>[1] {
  // An emptied field is a change: only what the browser adds of itself is left out when it is empty.
  const typed = ["name", "phone", "website", "language", "contactName", "contactEmail", "contactPhone"];
  const optional = fieldsOf(form, "country", "phoneCountry", "contactPhoneCountry", "updatedAt");
  const fields = Object.fromEntries(typed.map((name) => [name, form.get(name) ?? undefined]));
  return { id, ...fields, ...optional } as Parameters<typeof updateReseller>[1];
}
