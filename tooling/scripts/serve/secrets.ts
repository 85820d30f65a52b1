import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The secrets of this installation: two database passwords and the key that signs cookies and cursors. */
export interface Secrets {
  web: string;
  worker: string;
  secret: string;
}

/** Reads the secrets, or makes them on the first start. They are kept in a file that only the owner can read. */
export function loadSecrets(dir: string): Secrets {
  const file = join(dir, "secrets.json");
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const make = () => randomBytes(32).toString("base64url");
  const secrets = { web: make(), worker: make(), secret: make() };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  return secrets;
}
