import "../../words/team.ts";
import type { ReactNode } from "react";
import { PageHeader } from "../../ui/page-header.tsx";
import { useWords } from "../../words/use-words.tsx";
import { SettingsFrame, type SettingsPage } from "../settings/settings-frame.tsx";
import type { TeamPlace } from "./types.ts";

interface TeamFrameProps {
  place: TeamPlace;
  open: readonly SettingsPage[];
  actions?: ReactNode;
  children: ReactNode;
}

/** One's own team stands in the settings, a reseller's and a customer's below its page. */
export function TeamFrame({ place, open, actions, children }: TeamFrameProps) {
  const { t } = useWords("team");
  const crumbs = useTeamCrumbs(place).slice(0, -1);
  if (!place.reseller && !place.customer) {
    return (
      <SettingsFrame page="team" open={open} actions={actions}>
        {children}
      </SettingsFrame>
    );
  }
  return (
    <>
      <PageHeader title={t(place.customer ? "users" : "title")} crumbs={crumbs} actions={actions} />
      <main className="body fit" id="main">
        {children}
      </main>
    </>
  );
}

/** The way to the team's list, for the pages below it. */
export function useTeamCrumbs({ base, reseller, customer, ofAgency }: TeamPlace) {
  const { t } = useWords(["team", "settings", "resellers", "common"]);
  if (customer)
    return [
      { words: t(ofAgency ? "common:nav.customers" : "common:nav.myCustomers"), to: "/customers" },
      { words: customer.name, to: `/customers/${customer.id}`, isData: true },
      { words: t("users"), to: base },
    ];
  const team = { words: t("title"), to: base };
  if (!reseller) return [{ words: t("settings:title") }, team];
  return [
    { words: t("resellers:title"), to: "/resellers" },
    { words: reseller.name, to: `/resellers/${reseller.id}`, isData: true },
    team,
  ];
}
