import { z } from "zod";
import { id, instant } from "../identity/schemas.ts";

/** Most rows of one file, and its most characters. */
export const mostRows = 2_000;
export const mostText = 1_000_000;
export const mostColumns = 200;

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

/** Place of each field's column, from 0. */
const columns = z.partialRecord(
  z.enum(importFields),
  z
    .int()
    .min(0)
    .max(mostColumns - 1),
);
const defaults = z.partialRecord(z.enum(defaultedFields), z.string().trim().min(1).max(60));

export const createInput = z.strictObject({
  fileName: z.string().trim().min(1, "required").max(200, "too_long"),
  csv: z.string({ error: "required" }).min(1, "required").max(mostText, "too_long"),
});

export const checkInput = z.strictObject({ id, columns, defaults: defaults.default({}) });

const states = ["mapping", "checking", "checked", "creating", "finished"] as const;
export const rowStates = ["waiting", "ready", "wrong", "created", "failed"] as const;

export const listedImport = z.object({
  id: z.string(),
  fileName: z.string(),
  /** `mapping` and `checked` wait for a person, `checking` and `creating` for the worker. */
  state: z.enum(states),
  total: z.int(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});

export const resellerImport = listedImport.extend({
  head: z.array(z.string()),
  /** The columns chosen last; before that, those whose names say what they are. */
  columns,
  defaults: z.partialRecord(z.enum(defaultedFields), z.string()),
  /** Rows by how far they are. */
  counts: z.record(z.enum(rowStates), z.int()),
  /** The first rows as they stand in the file; empty once they are created. */
  sample: z.array(z.array(z.string())),
});

export const rowsInput = z.strictObject({
  id,
  state: z.enum(rowStates).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const importRow = z.object({
  /** Where the row begins in the file; its head is line 1. */
  line: z.int(),
  state: z.enum(rowStates),
  cells: z.array(z.string()),
  problems: z.array(
    z.object({
      pointer: z.string(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  resellerId: z.string().nullable(),
  /** The reseller's name where it was created. */
  resellerName: z.string().nullable(),
});

export const importRowPage = z.object({
  rows: z.array(importRow),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});
