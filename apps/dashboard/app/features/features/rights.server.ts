import { may } from "@tenantry/core/kernel/authorize";
import type { Ctx } from "@tenantry/core/kernel/ctx";
import type { FeatureRights } from "./types.ts";

export function featureRights({ actor }: Ctx): FeatureRights {
  return { manage: may(actor, "feature.update"), release: may(actor, "feature.release") };
}
