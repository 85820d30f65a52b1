import type { Demo } from "./demo.ts";

/** What `npm start` prints once everything answers: addresses, sign-ins and how to open them. */
export function greeting(demo: Demo, seconds: number): string {
  const names = demo.hosts.map(({ origin }) => new URL(origin).hostname);
  return [
    "",
    `Tenantry is ready after ${seconds.toFixed(1)} s.`,
    "",
    "Hosts",
    ...table(demo.hosts.map(({ kind, name, origin }) => [kind, origin, name])),
    ...(demo.signIns.length > 0 ? ["", "Sign in with"] : []),
    ...table(demo.signIns.map(({ origin, role, email, password }) => [role, origin, email, password])),
    "",
    "Chrome, Edge and Firefox open *.localhost by themselves; Safari does not. For Safari and for other programs",
    "put this line into the hosts file (/etc/hosts, on Windows C:\\Windows\\System32\\drivers\\etc\\hosts):",
    `  127.0.0.1 ${[...new Set(names)].join(" ")}`,
    "",
    "The same stands in .tenantry/demo.json. Ctrl-C stops everything; the data stays.",
    "",
  ].join("\n");
}

function table(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]!.length))) ?? [];
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ")}`.trimEnd(),
  );
}
