import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Shell } from "../../ui/shell/shell.tsx";
import type { ToastMessage } from "../../ui/toast.tsx";
import type { RoleName } from "../identity/accept-screen.tsx";
import { type NavKind, useNav, usePersonLinks } from "./navs.ts";

export interface SignedInProps {
  face: NavKind;
  tenant: { name: string };
  person: { name: string; role: RoleName };
  /** Settings pages beyond one's own that this person may open. */
  open: { brand: boolean; keys: boolean };
  counts?: { resellers?: number };
  toast?: ToastMessage;
  children: ReactNode;
}

/** The frame round every page of a signed-in person. Signing out posts to /sign-out. */
export function SignedIn({ face, tenant, person, open, counts, toast, children }: SignedInProps) {
  const { t } = useTranslation();
  const nav = useNav(face, counts);
  const links = usePersonLinks(open);
  const who = {
    name: person.name,
    role: t(`role.${person.role}`),
    links: face === "operator" ? [] : links,
    signOutAction: "/sign-out",
  };
  return (
    <Shell tenant={tenant} nav={nav} person={who} toast={toast}>
      {children}
    </Shell>
  );
}
