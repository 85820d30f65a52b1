/**
 * The migration this code was written against, for readiness. A constant, because the web process is bundled and does
 * not carry the folder; a test holds it against the folder.
 */
export const newestMigration = "0090_leak_checks.sql";
