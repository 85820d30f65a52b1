export * from "./accounts.ts";
export * from "./audit-and-mails.ts";
export * from "./machines.ts";
export * from "./people.ts";
export * from "./plans.ts";
export * from "./usage.ts";
