/** Where Stripe's hosted pages are: pages of ours may send a form on to there. */
export function stripePageOrigin(baseUrl: string | undefined): string {
  return baseUrl === undefined ? "https://checkout.stripe.com" : new URL(baseUrl).origin;
}
