import type { FooterLink } from "../../ui/public-frame.tsx";

/** Whose sign-in page it is. */
export interface TenantFace {
  name: string;
  host: string;
  /** Links of this tenant only. */
  footer?: FooterLink[];
}
