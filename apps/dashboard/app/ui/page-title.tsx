import { createContext, useContext } from "react";

/** Whose page it is; every title ends with it. */
export const TenantName = createContext("");

/** `isData` = it is a name somebody typed. */
export function PageTitle({ children, isData }: { children: string; isData?: boolean }) {
  const tenant = useContext(TenantName);
  return <title translate={isData ? "no" : undefined}>{tenant ? `${children} · ${tenant}` : children}</title>;
}
