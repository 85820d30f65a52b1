import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/**
 * The port pages are served on: PORT when set, else the one of the last start, else the first free from 3000 up.
 * Throws a sentence when PORT is taken, because the person asked for exactly that one.
 */
export async function chooseWebPort(dir: string, wanted: string | undefined): Promise<number> {
  if (wanted) {
    if (await isFree(Number(wanted))) return Number(wanted);
    throw new Error(`Port ${wanted} (PORT) is taken by another program.`);
  }
  const file = join(dir, "port");
  const last = lastPort(file);
  const candidates = [...(last ? [last] : []), ...Array.from({ length: 100 }, (_, index) => 3000 + index)];
  for (const port of candidates) {
    if (!(await isFree(port))) continue;
    writeFileSync(file, `${port}\n`);
    return port;
  }
  throw new Error("No port from 3000 to 3099 is free; set PORT to one that is.");
}

function lastPort(file: string): number {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}

/** Browsers try ::1 before 127.0.0.1 for *.localhost, so a port is free only when it is on both. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "::1", "0.0.0.0"]) if (await isTaken(port, host)) return false;
  return true;
}

function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EACCES") reject(new Error(`Port ${port} may not be used by this user.`));
      // A machine without IPv6 answers EADDRNOTAVAIL or EAFNOSUPPORT.
      else resolve(error.code === "EADDRINUSE");
    });
    probe.listen({ port, host }, () => probe.close(() => resolve(false)));
  });
}
