import { refuseRatio } from "./acts.ts";
import type { Scene } from "./scene.ts";
import { empty, full, type View, visitorsOf } from "./view.ts";

/** The pages of allowances, as an agency and a reseller see them. */
export function allowanceViews(s: Scene): Record<string, View[]> {
  const { owner, partner, fresh } = visitorsOf(s);
  const given = `/allowances/${s.given}/messages`;
  return {
    "/allowances": [
      full(owner, "/allowances"),
      full(owner, `/allowances?of=${s.reseller.id}`),
      full(partner, "/allowances?meter=messages"),
      empty(fresh, "/allowances"),
      empty(owner, "/allowances?q=nobody&mode=shared"),
      { ...full(owner, "/allowances"), state: "error", act: refuseRatio },
    ],
    "/allowances/:accountId/:meter": [
      full(owner, `/allowances/${s.reseller.id}/messages`),
      full(partner, `${given}?mode=guaranteed&units=15,000`),
      full(partner, `${given}?mode=guaranteed&units=90,000`),
    ],
  };
}
