import { Plus, SlidersHorizontal } from "lucide-react";
import type { NavItem } from "../../ui/shell/nav.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { Destination } from "../search/options.ts";
import type { SettingsPage } from "../settings/settings-frame.tsx";
import { type ActionName, actions } from "./actions.ts";

/** Where this person can go from anywhere: what the sidebar and the settings' tabs lead to, and what may be begun. */
export function useDestinations(
  nav: NavItem[],
  open: readonly SettingsPage[],
  begun: readonly ActionName[],
): { pages: Destination[]; actions: Destination[] } {
  const { t } = useWords(["common", "resellers", "plans"]);
  const words: Record<ActionName, string> = {
    createReseller: t("resellers:create.action"),
    createPlan: t("plans:new"),
    createFeature: t("newFeature"),
    invite: t("invite"),
    createKey: t("createKey"),
  };
  const settings = open.map((page) => ({
    label: t(`nav.${page}`),
    to: `/settings/${page}`,
    icon: SlidersHorizontal,
  }));
  return {
    pages: [...nav.flatMap(pagesOf), ...settings],
    actions: begun.map((name) => ({ label: words[name], to: actions[name].to, icon: Plus })),
  };
}

function pagesOf({ label, to, icon, items = [] }: NavItem): Destination[] {
  const own = to && to !== "/settings" ? [{ label, to, icon }] : [];
  return [...own, ...items.flatMap((item) => pagesOf({ icon, ...item }))];
}
