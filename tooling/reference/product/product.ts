import type { Stage } from "./stage.ts";

/** Who acts or sells: the agency, or a reseller by the model's id. */
export interface Account {
  id: string;
  host: string;
  kind: "agency" | "reseller";
}

/** The product's side of a history: one agency in test mode, and what its rows are called in the model. */
export interface Product {
  stage: Stage;
  agencyId: string;
  zone: string;
  /** By the model's id, "agency" among them. */
  accounts: Map<string, Account>;
  customers: Map<string, string>;
  plans: Map<string, string>;
  subscriptions: Map<string, string>;
  /** By what they charge for (invoiceNames), as of the last look. */
  invoices: Map<string, string>;
  payouts: Map<string, string>;
  /** How many usage events were told. */
  told: number;
}

/** The model's id of a row of the product's. */
export function modelIds({ accounts, customers, subscriptions, payouts }: Product): Map<string, string> {
  return new Map([
    ...[...accounts].map(([name, { id }]): [string, string] => [id, name]),
    ...[...customers, ...subscriptions, ...payouts].map(([name, id]): [string, string] => [id, name]),
  ]);
}

/** The row that stands for something of the model's. */
export function known<Row>(rows: Map<string, Row>, name: string): Row {
  const row = rows.get(name);
  if (row === undefined) throw new Error(`The product has no ${name}`);
  return row;
}
