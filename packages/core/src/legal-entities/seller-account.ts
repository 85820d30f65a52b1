import type { Tx } from "@tenantry/db";

export interface SellerAccount {
  holder: string;
  iban: string;
  bic: string | null;
}

/** The bank account of whoever sells, as it is now; null where none was said. */
export async function sellerAccount({ tx }: { tx: Tx }, sellerId: string): Promise<SellerAccount | null> {
  const text = "select holder, iban, bic from app.seller_account($1)";
  const [account] = await tx.named<SellerAccount>("seller_account", text, [sellerId]);
  return account ?? null;
}
