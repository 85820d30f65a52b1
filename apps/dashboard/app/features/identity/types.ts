/** Whose sign-in page it is. */
export interface TenantFace {
  name: string;
  host: string;
  /** Links of this tenant only; the words are its own. */
  footer?: { words: string; to: string }[];
}
