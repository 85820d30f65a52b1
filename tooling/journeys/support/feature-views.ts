import { previewWithoutPercent } from "./acts.ts";
import type { Scene } from "./scene.ts";
import { dialog, empty, error, full, type View, visitorsOf } from "./view.ts";

/** The pages of features, in every state. */
export function featureViews(s: Scene): Record<string, View[]> {
  const { owner, fresh, partner } = visitorsOf(s);
  const { shared, withdrawn, archived } = s.features;
  return {
    "/features": [
      full(owner, "/features"),
      full(owner, "/features?state=archived&sort=-created"),
      full(partner, "/features"),
      empty(fresh, "/features"),
      empty(owner, "/features?q=nothing"),
    ],
    "/features/new": [full(owner, "/features/new"), error(owner, "/features/new", "Create feature")],
    "/features/:id": [
      full(owner, `/features/${shared}`),
      full(owner, `/features/${withdrawn}`),
      full(owner, `/features/${archived}`),
      full(partner, `/features/${shared}`),
      empty(owner, `/features/${shared}?has=yes&q=nobody`),
    ],
    "/features/:id/edit": [
      full(owner, `/features/${shared}/edit`),
      error(owner, `/features/${shared}/edit`, "Save changes", ["Name", ""]),
    ],
    "/features/:id/release": [
      full(owner, `/features/${shared}/release`),
      full(owner, `/features/${shared}/release?reach=everyone`),
      full(partner, `/features/${shared}/release?reach=everyone`),
      { ...full(owner, `/features/${shared}/release`), state: "error", act: previewWithoutPercent },
    ],
    "/features/:id/withdraw": [
      dialog(owner, `/features/${shared}/withdraw`),
      dialog(partner, `/features/${shared}/withdraw`),
    ],
    "/features/:id/archive": [dialog(owner, `/features/${shared}/archive`)],
    "/resellers/:id/features": [full(owner, `/resellers/${s.reseller.id}/features`)],
  };
}
