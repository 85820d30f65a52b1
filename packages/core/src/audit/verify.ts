import { auditEntries, auditHeads, auditSeals } from "@tenantry/db/schema";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { z } from "zod";
import { query, type Run } from "../kernel/verb.ts";
import { headMac, linkHash } from "./chain.ts";
import { type chainProblem, verification, verifyInput } from "./schemas.ts";

const part = 20_000;
const mostInserted = 100;

type Problem = z.infer<typeof chainProblem>;

/**
 * Recounts the chain from the entries as they stand now, in parts of 20,000 links, and with the last part compares its
 * end with the signed head, with a head the caller noted earlier, and with the entries that were never sealed.
 */
export const verifyAudit = query("audit.verify", {
  input: verifyInput,
  output: verification,
  run: async (run, { after, knownSeq, knownHash }) => {
    const head = await headOf(run);
    const { problems, checked, last } = await checkLinks(run, after);
    const next = checked === part ? after + part : null;
    let unsealed: number | null = null;
    if (next === null) {
      problems.push(...endProblems(run, head, last));
      const tail = await unsealedOf(run, head?.upto);
      unsealed = tail.count;
      problems.push(...tail.inserted);
    }
    if (knownSeq && knownHash && (await hashAt(run, knownSeq))?.toString("hex") !== knownHash)
      problems.push({ problem: "truncated", seq: knownSeq, entryId: null });
    return {
      checked,
      head: head ? { seq: head.seq, hash: head.hash.toString("hex") } : null,
      ...{ unsealed, problems, next },
    };
  },
});

interface Link {
  seq: number;
  hash: Buffer | undefined;
}

async function checkLinks(run: Run, after: number) {
  const { tx, ctx } = run;
  const { agencyId } = ctx.tenant;
  const rows = await tx
    .select({
      seq: auditSeals.seq,
      hash: auditSeals.hash,
      entryId: auditSeals.entryId,
      line: sql<string | null>`app.audit_line(${auditEntries})`,
    })
    .from(auditSeals)
    .leftJoin(
      auditEntries,
      and(eq(auditEntries.agencyId, auditSeals.agencyId), eq(auditEntries.id, auditSeals.entryId)),
    )
    .where(and(eq(auditSeals.agencyId, agencyId), gt(auditSeals.seq, after)))
    .orderBy(asc(auditSeals.seq))
    .limit(part);
  const problems: Problem[] = [];
  let last: Link = { seq: after, hash: after > 0 ? await hashAt(run, after) : undefined };
  for (const { seq, hash, entryId, line } of rows) {
    const link = { agencyId, seq, previous: last.hash, line: line ?? "" };
    if (seq !== last.seq + 1) problems.push({ problem: "gap", seq: last.seq + 1, entryId: null });
    if (line === null) problems.push({ problem: "missing", seq, entryId });
    else if (!linkHash(ctx.app.config.secret, link).equals(hash))
      problems.push({ problem: "changed", seq, entryId });
    // On from the hash that stands there, so that one change is told once.
    last = { seq, hash };
  }
  return { problems, checked: rows.length, last };
}

type Head = Awaited<ReturnType<typeof headOf>>;

async function headOf({ tx, ctx }: Run) {
  const [head] = await tx.select().from(auditHeads).where(eq(auditHeads.agencyId, ctx.tenant.agencyId));
  return head;
}

async function hashAt({ tx, ctx }: Run, seq: number): Promise<Buffer | undefined> {
  const [row] = await tx
    .select({ hash: auditSeals.hash })
    .from(auditSeals)
    .where(and(eq(auditSeals.agencyId, ctx.tenant.agencyId), eq(auditSeals.seq, seq)));
  return row?.hash;
}

/** Does the chain end where its signed head says? */
function endProblems({ ctx }: Run, head: Head, last: Link): Problem[] {
  if (!head) return last.seq > 0 ? [{ problem: "truncated", seq: last.seq, entryId: null }] : [];
  const { agencyId } = ctx.tenant;
  const signed = headMac(ctx.app.config.secret, { agencyId, seq: head.seq, hash: head.hash }).equals(
    head.mac,
  );
  const fits = head.seq === last.seq && last.hash?.equals(head.hash);
  return signed && fits ? [] : [{ problem: "truncated", seq: head.seq, entryId: null }];
}

/** Entries without a link: those of the last moments are on their way, older ones were put in afterwards. */
async function unsealedOf({ tx, ctx }: Run, upto: Date | undefined) {
  const { agencyId } = ctx.tenant;
  const open = sql`from ${auditEntries} where ${auditEntries.agencyId} = ${agencyId} and not exists (
    select 1 from ${auditSeals} where ${auditSeals.agencyId} = ${agencyId} and ${auditSeals.entryId} = ${auditEntries.id})`;
  const late = sql`${auditEntries.at} <= ${upto?.toISOString() ?? "-infinity"}::timestamptz - interval '10 minutes'`;
  const { rows: counted } = await tx.execute<{ count: number }>(
    sql`select count(*)::integer as count ${open}`,
  );
  const { rows } = await tx.execute<{ id: string }>(
    sql`select ${auditEntries.id} as id ${open} and ${late} limit ${mostInserted}`,
  );
  return {
    count: counted[0]!.count,
    inserted: rows.map(({ id }): Problem => ({ problem: "inserted", seq: null, entryId: id })),
  };
}
