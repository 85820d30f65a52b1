import { sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { releaser } from "./releaser.ts";
import { type FeatureRow, featureRows } from "./rows-sql.ts";

/** Most live features of an agency: whoever asks what an account may do is told of all of them. */
export const mostFeatures = 200;

/** A feature the caller can see, with the caller's own rule. Throws `not_found` for any other. */
export async function findFeature(run: Run, id: string): Promise<FeatureRow> {
  const { rows } = await run.tx.execute<FeatureRow>(featureRows(run, [sql`f.id = ${id}`], sql``));
  if (!rows[0]) throw new AppError("not_found");
  return rows[0];
}

/**
 * The same, its caller's rule locked: whoever changes it waits for whoever changes it now. Throws `conflict` for an
 * archived one.
 */
export async function takeFeature(run: Run, id: string): Promise<FeatureRow> {
  const { agencyId, distributorId, resellerId } = releaser(run);
  // Seen first: a rule about a feature that is not there for the caller is never begun.
  await findFeature(run, id);
  await run.tx.execute(sql`
    insert into feature_releases (agency_id, feature_id, distributor_id, reseller_id)
    values (${agencyId}, ${id}, ${distributorId}, ${resellerId}) on conflict do nothing`);
  await run.tx.execute(sql`
    select from feature_releases
    where agency_id = ${agencyId} and feature_id = ${id} and reseller_id = ${resellerId} for update`);
  const feature = await findFeature(run, id);
  if (feature.archivedAt) throw new AppError("conflict");
  return feature;
}
