/** Where whoever buys is shown: a customer, a reseller to its agency, and the own company to a reseller. */
export function buyerPath(id: string, wholesale: boolean, ofAgency: boolean): string {
  if (!wholesale) return `/customers/${id}`;
  return ofAgency ? `/resellers/${id}` : "/company";
}
