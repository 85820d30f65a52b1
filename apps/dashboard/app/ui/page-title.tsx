import { createContext, useContext } from "react";

/** Whose page it is; every title ends with it. */
export const TenantName = createContext("");

export function PageTitle({ children }: { children: string }) {
  const tenant = useContext(TenantName);
  return <title>{tenant ? `${children} · ${tenant}` : children}</title>;
}
