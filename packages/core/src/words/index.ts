import i18next from "i18next";
import type { FieldError } from "../kernel/errors.ts";
import errors from "./en/errors.json" with { type: "json" };
import fields from "./en/fields.json" with { type: "json" };
import mail from "./en/mail.json" with { type: "json" };
import meters from "./en/meters.json" with { type: "json" };
import pdf from "./en/pdf.json" with { type: "json" };
import { paperWords as paper } from "./paper.ts";

/** Every sentence the product itself says, by namespace. Pages add theirs (dashboard/app/words). */
export const resources = { en: { errors, fields, mail, meters, paper, pdf } };

const words = i18next.createInstance();
words.init({
  lng: "en",
  fallbackLng: "en",
  resources,
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** A word or sentence by "namespace:key". The caller escapes where it is shown. */
export function t(key: string, params: Record<string, unknown> = {}): string {
  return words.t(key, params);
}

/** The sentence for one wrong field. */
export function fieldSentence({ code, params }: FieldError): string {
  return t(`fields:${code}`, params);
}
