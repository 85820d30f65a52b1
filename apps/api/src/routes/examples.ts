/**
 * Ids that stand in the examples of the API's description. The test that runs every example puts the ids of records
 * it has made in their place.
 */
export const exampleIds = {
  reseller: "01999999-0000-7000-8000-000000000001",
  archivedReseller: "01999999-0000-7000-8000-000000000002",
  invitedReseller: "01999999-0000-7000-8000-000000000003",
  plan: "01999999-0000-7000-8000-000000000004",
  archivedPlan: "01999999-0000-7000-8000-0000000000f1",
  outdatedPlan: "01999999-0000-7000-8000-0000000000f2",
  planMigration: "01999999-0000-7000-8000-0000000000f3",
  replanningReseller: "01999999-0000-7000-8000-0000000000f4",
  retypingReseller: "01999999-0000-7000-8000-0000000000f6",
  erasableReseller: "01999999-0000-7000-8000-0000000000f5",
  distributor: "01999999-0000-7000-8000-0000000000c1",
  archivedDistributor: "01999999-0000-7000-8000-0000000000c2",
  uplineReseller: "01999999-0000-7000-8000-0000000000c3",
  customer: "01999999-0000-7000-8000-000000000005",
  movableCustomer: "01999999-0000-7000-8000-00000000001f",
  transfer: "01999999-0000-7000-8000-0000000000a2",
  ownAgency: "01999999-0000-7000-8000-0000000000a3",
  ownAccount: "01999999-0000-7000-8000-00000000001e",
  chargeableReseller: "01999999-0000-7000-8000-0000000000bd",
  retailPlan: "01999999-0000-7000-8000-0000000000b1",
  subscription: "01999999-0000-7000-8000-0000000000b2",
  openInvoice: "01999999-0000-7000-8000-0000000000b3",
  pausedInvoice: "01999999-0000-7000-8000-0000000000bc",
  cancelledSubscription: "01999999-0000-7000-8000-0000000000b6",
  payout: "01999999-0000-7000-8000-0000000000b7",
  sentPayout: "01999999-0000-7000-8000-0000000000b8",
  commission: "01999999-0000-7000-8000-0000000000b9",
  undisputedCommission: "01999999-0000-7000-8000-0000000000ba",
  commissionDispute: "01999999-0000-7000-8000-0000000000bb",
  paidInvoice: "01999999-0000-7000-8000-0000000000b4",
  failedRefund: "01999999-0000-7000-8000-0000000000be",
  surplus: "01999999-0000-7000-8000-0000000000bf",
  feature: "01999999-0000-7000-8000-0000000000d1",
  archivedFeature: "01999999-0000-7000-8000-0000000000d2",
  soldTo: "01999999-0000-7000-8000-0000000000d3",
  allowanceChild: "01999999-0000-7000-8000-0000000000a1",
  apiKey: "01999999-0000-7000-8000-000000000006",
  agency: "01999999-0000-7000-8000-000000000007",
  mail: "01999999-0000-7000-8000-000000000008",
  bulkRun: "01999999-0000-7000-8000-00000000000e",
  resellerDraft: "01999999-0000-7000-8000-0000000000e3",
  resellerImport: "01999999-0000-7000-8000-0000000000e1",
  checkedImport: "01999999-0000-7000-8000-0000000000e2",
  customerImport: "01999999-0000-7000-8000-0000000000e4",
  checkedCustomerImport: "01999999-0000-7000-8000-0000000000e5",
  savedView: "01999999-0000-7000-8000-00000000000d",
  suspendedAgency: "01999999-0000-7000-8000-000000000009",
  person: "01999999-0000-7000-8000-000000000014",
  invitedPerson: "01999999-0000-7000-8000-000000000015",
  disabledPerson: "01999999-0000-7000-8000-000000000016",
  webhook: "01999999-0000-7000-8000-00000000002a",
  disabledWebhook: "01999999-0000-7000-8000-00000000002c",
  webhookDelivery: "01999999-0000-7000-8000-00000000002b",
  auditEntry: "01999999-0000-7000-8000-00000000001d",
} as const;

/** The name of the reseller that can be erased, as it has to be typed. */
export const erasableName = "Acme Studio";

/** Tokens that stand in the examples, each for one the test has made. */
export const exampleTokens = {
  invitation: "01999999-0000-7000-8000-00000000000a.invitation-example-invitation-example-000000",
  reset: "01999999-0000-7000-8000-00000000000b.password-reset-example-password-reset-00000",
  paymentLink: "01999999-0000-7000-8000-0000000000b5.payment-link-example-payment-link-000000000",
  gatewayKey: "sk_test_51ExampleOfAKeyAtStripe",
  gatewayAccount: "acct_exampleOfAnAccount",
  platform: "acct_exampleOfAnAgencysOwn",
  connectedAccount: "acct_exampleOfAResellersOwn",
  bankFile: "POEXAMPLEOFABANKFILENUMBER",
  checkout: "example-of-what-the-built-in-gateway-puts-into-its-address",
  setup: "01999999-0000-7000-8000-00000000000c.operator-setup-example-operator-setup-00000",
  session: "example-session-of-another-device-000000",
  pending: "example-of-a-sign-in-whose-second-step-is-still-to-come",
  enrolment: "example-of-a-second-step-that-is-being-set-up",
} as const;

export const examplePassword = "correct horse battery staple";

/** Stands for the code an authenticator shows right now. */
export const exampleCode = "417 902";
