import type { ReactNode } from "react";
import { Shell } from "../../ui/shell/shell.tsx";
import type { ToastMessage } from "../../ui/toast.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { MoneyPage } from "../commissions/types.ts";
import type { RoleName } from "../identity/accept-screen.tsx";
import { FindField, FindIcon } from "../search/find-field.tsx";
import { usePalette } from "../search/use-palette.tsx";
import type { SettingsPage } from "../settings/settings-frame.tsx";
import type { ActionName } from "./actions.ts";
import { useDestinations } from "./destinations.ts";
import { type Above, type NavKind, useNav, usePersonLinks, useWorkspaces } from "./navs.ts";

export interface SignedInProps {
  face: NavKind;
  tenant: { name: string };
  person: { name: string; role: RoleName };
  /** Settings pages that this person may open. */
  open: readonly SettingsPage[];
  /** What this person may do from anywhere; undefined where there is nothing to search. */
  actions?: readonly ActionName[];
  /** Pages of what resellers earn that this person may open. */
  money?: readonly MoneyPage[];
  /** Whose resellers there are on a host below the agency. */
  above?: Above;
  /** How many accounts of this host the person is in. */
  accounts?: number;
  counts?: { resellers?: number };
  seesInvoices?: boolean;
  toast?: ToastMessage;
  children: ReactNode;
}

/** The frame round every page of a signed-in person. Signing out posts to /sign-out. */
export function SignedIn({
  face,
  tenant,
  person,
  open,
  actions,
  money,
  above,
  accounts,
  counts,
  seesInvoices,
  toast,
  children,
}: SignedInProps) {
  const { t } = useWords();
  const nav = useNav(face, { above, counts, money, seesInvoices });
  const links = usePersonLinks(open);
  const workspaces = useWorkspaces(face, above, accounts);
  const palette = usePalette(useDestinations(nav, open, actions ?? []), actions !== undefined);
  const search = actions && {
    field: <FindField onOpen={palette.open} />,
    icon: <FindIcon onOpen={palette.open} />,
  };
  const who = {
    name: person.name,
    role: t(`role.${person.role}`),
    links: face === "operator" ? [] : links,
    signOutAction: "/sign-out",
  };
  return (
    <Shell tenant={tenant} nav={nav} person={who} search={search} workspaces={workspaces} toast={toast}>
      {children}
      {palette.palette}
    </Shell>
  );
}
