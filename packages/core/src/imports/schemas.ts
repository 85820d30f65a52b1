import { z } from "zod";
import { id, instant } from "../identity/schemas.ts";

/** Most rows of one file, and its most characters. */
export const mostRows = 2_000;
export const mostText = 1_000_000;
export const mostColumns = 200;

/** Place of each field's column, from 0. */
export function columnsOf<const F extends readonly [string, ...string[]]>(fields: F) {
  return z.partialRecord(
    z.enum(fields),
    z
      .int()
      .min(0)
      .max(mostColumns - 1),
  );
}

/** One value for where a row leaves a field empty. */
export function defaultsOf<const F extends readonly [string, ...string[]]>(fields: F) {
  return z.partialRecord(z.enum(fields), z.string().trim().min(1).max(200));
}

export const createInput = z.strictObject({
  fileName: z.string().trim().min(1, "required").max(200, "too_long"),
  csv: z.string({ error: "required" }).min(1, "required").max(mostText, "too_long"),
});

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

/** What of a file is the same whatever its rows become. */
export const importFacts = listedImport.extend({
  head: z.array(z.string()),
  /** Rows by how far they are. */
  counts: z.record(z.enum(rowStates), z.int()),
  /** The first rows as they stand in the file; empty once they are created. */
  sample: z.array(z.array(z.string())),
});

export const byId = z.strictObject({ id });
export const taken = z.object({ id: z.string(), total: z.int() });
export const started = z.object({ total: z.int() });
export const importList = z.object({ imports: z.array(listedImport) });

export const rowsInput = z.strictObject({
  id,
  state: z.enum(rowStates).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

/** What of a row is the same whatever it becomes. */
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
});

/** Where a page of rows ends. */
export const pageEnds = { next: z.string().nullable(), previous: z.string().nullable() };
