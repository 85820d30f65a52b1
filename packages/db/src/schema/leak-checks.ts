import { integer, pgTable } from "drizzle-orm/pg-core";
import { agencyId, instant } from "./columns.ts";

export const leakChecks = pgTable("leak_checks", {
  agencyId: agencyId().primaryKey(),
  lookedAt: instant("looked_at").notNull(),
  found: integer("found").notNull(),
});
