/** What Stripe says of an account that is connected to another (docs/decisions/030-stripe-connect.md). */
export interface ConnectedFacts {
  gatewayId: string;
  /** It may take payments. */
  charges: boolean;
  /** What it took is paid out to its bank account. */
  payouts: boolean;
  /** What Stripe still has to be told by its holder, in its words: `identity.business_details.address`. */
  due: string[];
  /** Why it may not, by Stripe's code. */
  chargesReason: string | null;
  payoutsReason: string | null;
  /** It was closed, or lets the key that asks reach it no more. */
  isGone: boolean;
}

/** An account that is to be made, with what is known of its holder. */
export interface ConnectedAsked {
  name: string;
  email: string;
  /** ISO country; Stripe asks for it where it is not known. */
  country: string | null;
  /** The same key makes one account. */
  idempotencyKey: string;
}
