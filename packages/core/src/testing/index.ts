export { type Agency, type NewAgencyOptions, newAgency } from "./agency.ts";
export { openTestApp, type TestApp } from "./app.ts";
export { commandLine, contextFor } from "./context.ts";
export { addPerson, keepProven, loseProof, type Person, personPassword } from "./person.ts";
export { newReseller, type Reseller } from "./reseller.ts";
export { mailResets } from "./reset-jobs.ts";
export { asUpline, everything, newDistributor, newResellerOf, type Upline } from "./upline.ts";
