import { z } from "zod";
import { id, instant } from "../identity/schemas.ts";

/** What of the create form is kept. Passwords are not among it: a draft lies about for longer than a secret should. */
export const draftFields = [
  "type",
  "name",
  "email",
  "phoneCountry",
  "phone",
  "website",
  "country",
  "language",
  "contactName",
  "contactEmail",
  "contactPhoneCountry",
  "contactPhone",
  "planId",
  "uplineId",
  "loginDomain",
  "firstSignIn",
] as const;

/** As typed: half a number or address is kept as it is, and judged when the reseller is created. */
export const fields = z.partialRecord(z.enum(draftFields), z.string().max(300, "too_long"));

export const byId = z.strictObject({ id });
export const createInput = z.strictObject({ fields });
export const updateInput = z.strictObject({ id, fields });

export const savedDraft = z.object({ id: z.string(), updatedAt: instant });
export const resellerDraft = savedDraft.extend({ fields });
