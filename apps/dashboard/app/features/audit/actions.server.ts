import { policy, type VerbName } from "@tenantry/core/policy";

/** Verbs that read: they leave no entry. */
const reads = /\.((list|read|check|open|overview|days|quarantine|verify|ingest)|(list|of|preview)-[a-z]+)$/;
/** The installation's own, which no tenant sees. */
const installation = /^(operator|agency|mail|demo)/;

/** Actions an entry can be about, for the filter. */
export function auditActions(): VerbName[] {
  const verbs = Object.keys(policy) as VerbName[];
  return verbs.filter((verb) => !reads.test(verb) && !installation.test(verb)).sort();
}
