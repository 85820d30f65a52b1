/** Where Stripe's hosted pages are, for payers and for holders of accounts: pages of ours may send a form on to there. */
export function stripePageOrigin(baseUrl: string | undefined): string {
  return baseUrl === undefined ? "https://*.stripe.com" : new URL(baseUrl).origin;
}
