import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { columnsOf, defaultsOf, importFacts, importRow, pageEnds } from "../imports/schemas.ts";

/** What a column can be. Passwords are not among them: a file lies about for longer than a secret should. */
export const importFields = [
  "name",
  "email",
  "loginDomain",
  "type",
  "phone",
  "website",
  "country",
  "language",
  "contactName",
  "contactEmail",
  "contactPhone",
  "plan",
  "externalId",
] as const;
export type ImportField = (typeof importFields)[number];

/** Fields that one value can stand for where a row leaves them empty. */
export const defaultedFields = ["type", "country", "language"] as const;

const columns = columnsOf(importFields);
const defaults = defaultsOf(defaultedFields);

export const checkInput = z.strictObject({ id, columns, defaults: defaults.default({}) });

export const resellerImport = importFacts.extend({
  /** The columns chosen last; before that, those whose names say what they are. */
  columns,
  defaults,
});

const row = importRow.extend({
  resellerId: z.string().nullable(),
  /** The reseller's name where it was created. */
  resellerName: z.string().nullable(),
});

export const importRowPage = z.object({ rows: z.array(row), ...pageEnds });
