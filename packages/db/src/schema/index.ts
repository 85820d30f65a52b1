export * from "./accounts.ts";
export * from "./audit-and-mails.ts";
export * from "./bulk.ts";
export * from "./machines.ts";
export * from "./people.ts";
export * from "./plans.ts";
export * from "./saved-views.ts";
export * from "./usage.ts";
