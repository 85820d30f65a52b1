export { type Agency, newAgency, type NewAgencyOptions } from "./agency.ts";
export { openTestApp, type TestApp } from "./app.ts";
export { contextFor, commandLine } from "./context.ts";
export { newReseller, type Reseller } from "./reseller.ts";
export { type Person, addPerson, personPassword } from "./person.ts";
