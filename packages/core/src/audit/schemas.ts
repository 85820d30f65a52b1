import { z } from "zod";
import { id } from "../identity/schemas.ts";

/** Asks about the resellers beneath the caller's own account. In a query string it is a word. */
const beneath = z
  .union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")])
  .default(false);
const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "day_wrong");

export const auditListInput = z.strictObject({
  /** A person's or key's name, or the exact id of a record or actor. */
  search: z.string().trim().max(100, "too_long").optional(),
  /** A verb, as in "reseller.create". */
  action: z.string().max(60, "too_long").optional(),
  /** Days in the agency's billing zone, both included. */
  from: day.optional(),
  to: day.optional(),
  beneath,
  sort: z.enum(["at", "-at"]).default("-at"),
  cursor: z.string().max(1_000, "too_long").optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const auditEntry = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.object({
    /** `outside` is somebody whom the reader's account does not know: the provider's own people. */
    kind: z.enum(["user", "key", "operator", "job", "anonymous", "outside"]),
    id: z.string().nullable(),
    name: z.string().nullable(),
  }),
  action: z.string(),
  object: z.object({ kind: z.string(), id: z.string() }),
  /** Where it came from; null where the reader may not know. */
  ip: z.string().nullable(),
  host: z.string().nullable(),
  requestId: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});

export const auditPage = z.object({
  entries: z.array(auditEntry),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

export const auditReadInput = z.strictObject({ id, beneath });

export const verifyInput = z.strictObject({
  /** Goes on after this link; the chain is checked in parts. */
  after: z.coerce.number().int().min(0).default(0),
  /** A head noted earlier, outside of this installation: what stood there must still stand there. */
  knownSeq: z.coerce.number().int().min(1).optional(),
  knownHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "wrong_format")
    .optional(),
});

export const chainProblem = z.object({
  /**
   * `changed`: an entry or a link does not fit its hash, or stands elsewhere. `missing`: a sealed entry is gone.
   * `gap`: a link is gone. `inserted`: an entry of a time already sealed was never sealed. `truncated`: the chain ends
   * before its head, or before the head noted earlier.
   */
  problem: z.enum(["changed", "missing", "gap", "inserted", "truncated"]),
  seq: z.number().nullable(),
  entryId: z.string().nullable(),
});

export const verification = z.object({
  /** Links checked in this part. */
  checked: z.number(),
  /** The end of the chain. Note it elsewhere, to prove later that nothing was cut off. */
  head: z.object({ seq: z.number(), hash: z.string() }).nullable(),
  /** Entries not sealed yet, normally those of the last seconds; known with the last part. */
  unsealed: z.number().nullable(),
  problems: z.array(chainProblem),
  /** Where the next part begins; null when this was the last. */
  next: z.number().nullable(),
});
