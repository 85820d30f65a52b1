/** A plan as far as lists and the info icon need it. */
export interface PlanSummary {
  id: string;
  name: string;
  description: string;
  /** null = no limit. */
  allowances: { meter: string; included: number | null }[];
}
