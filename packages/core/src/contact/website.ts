import { fieldError } from "../kernel/errors.ts";

/** A website as it is stored, with its scheme. Throws a field error when it is no public http address. */
export function toWebsite(pointer: string, text: string): string {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
  const web =
    url && (url.protocol === "https:" || url.protocol === "http:") && !url.username && !url.password;
  if (!web || !url.hostname.includes(".")) throw fieldError(pointer, "website_wrong");
  return url.toString().replace(/\/$/, "");
}
