import { archiveFeature } from "@tenantry/core/features/archive";
import { chooseForFeature } from "@tenantry/core/features/choose";
import { createFeature } from "@tenantry/core/features/create";
import { releaseFeature } from "@tenantry/core/features/release";
import { withdrawFeature } from "@tenantry/core/features/withdraw";
import type { Agency } from "@tenantry/core/testing";
import type { Reseller } from "@tenantry/core/testing/reseller";

/** Features in every state their pages show; `shared` is one that a reseller has as well. */
export async function makeFeatures(agency: Agency, reseller: Reseller) {
  const ctx = await agency.ctx();
  const make = async (key: string, name: string) =>
    (await createFeature(ctx, { key, name, description: "Suggests an answer to every message." })).id;
  const shared = await make("smart_replies", "Smart replies");
  await releaseFeature(ctx, { id: shared, reach: "percentage", percent: 10 });
  await chooseForFeature(ctx, { id: shared, accountIds: [reseller.id], released: true });
  const withdrawn = await make("voice_notes", "Voice notes");
  await releaseFeature(ctx, { id: withdrawn, reach: "tier", types: ["commission"] });
  await withdrawFeature(ctx, { id: withdrawn });
  const archived = await make("old_inbox", "Old inbox");
  await archiveFeature(ctx, { id: archived });
  return { shared, withdrawn, archived };
}
