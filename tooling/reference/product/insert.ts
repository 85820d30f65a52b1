import { newId } from "@tenantry/core/kernel/ids";
import type { Setup } from "../world.ts";
import { known, type Product } from "./product.ts";

/** No verb says yet who a seller is on paper. */
export async function insertLegalEntities(
  { stage, agencyId, accounts }: Product,
  { agencyTaxBps, resellers }: Setup,
): Promise<void> {
  const sellers = [{ id: "agency", taxBps: agencyTaxBps }, ...resellers].map(({ id, taxBps }) => ({
    ...{ account: known(accounts, id).id, taxBps },
  }));
  await stage.eyes.query(
    `insert into legal_entities (agency_id, account_id, distributor_id, reseller_id, name, country, tax_id, tax_bps)
     select $1, s.account, $1, s.account, 'On paper', 'PT', 'PT501442600', s."taxBps"
     from jsonb_to_recordset($2::jsonb) s (account uuid, "taxBps" integer)`,
    [agencyId, JSON.stringify(sellers)],
  );
}

/**
 * Plans with one price each, named by the model's id. Written at once: the verbs would take longer than the history, and
 * its later prices go through them.
 */
export async function insertPlans(product: Product, setup: Setup): Promise<void> {
  const { stage, agencyId, accounts, plans } = product;
  const rows = setup.plans.map(({ id, seller, currency, interval, unitPrice }) => {
    plans.set(id, newId());
    const owner = known(accounts, seller).id;
    return {
      ...{ id: plans.get(id), version: newId(), name: id, owner, currency, interval },
      unit: String(unitPrice),
    };
  });
  const text = JSON.stringify(rows);
  const metered = setup.plans.flatMap(({ metered: terms, currency }, index) =>
    terms.map(({ meter, included, block, price, payer }) => ({
      ...{ version: rows[index]!.version, owner: rows[index]!.owner, currency, meter, payer },
      ...{ included: String(included), block: String(block), price: price === null ? null : String(price) },
    })),
  );
  const from = `from jsonb_to_recordset($2::jsonb) p (id uuid, version uuid, name text, owner uuid, currency text,
    "interval" text, unit bigint)`;
  await stage.eyes.query(
    `insert into plans (agency_id, id, name, distributor_id, reseller_id, current_version)
     select $1, p.id, p.name, $1, p.owner, 1 ${from}`,
    [agencyId, text],
  );
  await stage.eyes.query(
    `insert into plan_versions (agency_id, id, plan_id, number, distributor_id, reseller_id, published_at)
     select $1, p.version, p.id, 1, $1, p.owner, now() ${from}`,
    [agencyId, text],
  );
  await stage.eyes.query(
    `insert into plan_prices (agency_id, version_id, currency, billed_every, distributor_id, reseller_id, amount_minor)
     select $1, p.version, p.currency, p.interval, $1, p.owner, p.unit ${from}`,
    [agencyId, text],
  );
  const fromMetered = `from jsonb_to_recordset($2::jsonb) m (version uuid, owner uuid, currency text, meter text, payer text,
    included bigint, block bigint, price bigint)`;
  await stage.eyes.query(
    `insert into plan_meters (agency_id, version_id, meter, distributor_id, reseller_id, included_units, block_units, payer)
     select $1, m.version, m.meter, $1, m.owner, m.included, m.block, m.payer ${fromMetered}`,
    [agencyId, JSON.stringify(metered)],
  );
  await stage.eyes.query(
    `insert into plan_overages (agency_id, version_id, meter, currency, distributor_id, reseller_id, amount_minor)
     select $1, m.version, m.meter, m.currency, $1, m.owner, m.price ${fromMetered} where m.price is not null`,
    [agencyId, JSON.stringify(metered)],
  );
}
