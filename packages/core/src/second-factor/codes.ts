import { createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

/** Seconds a code is shown for (RFC 6238), and how many codes before and after the current one are taken. */
const period = 30;
const window = 1;

/** A new authenticator secret, base32, 160 bits as RFC 4226 recommends. */
export function newFactorSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address an authenticator reads from the picture: who it is for, and the secret. */
export function factorUri(secret: string, issuer: string, email: string): string {
  return totp(secret, issuer, email).toString();
}

/** The time step a code belongs to, now, just before or just after; undefined when it is none of ours. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = totp(secret).validate({ token: code, window, timestamp: now.getTime() });
  return delta === null ? undefined : Math.floor(now.getTime() / (period * 1_000)) + delta;
}

/** The code an authenticator shows at `now`. */
export function codeAt(secret: string, now: Date): string {
  return totp(secret).generate({ timestamp: now.getTime() });
}

/** Ten codes of 80 random bits, for a lost telephone: "abcd-efgh-ijkl-mnop". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32.toLowerCase();
    return letters.replace(/(.{4})(?=.)/g, "$1-");
  });
}

/** What is stored of a recovery code: 80 random bits need no slow hash. Bound to its person. */
export function hashRecoveryCode(userId: string, code: string): Buffer {
  return createHash("sha256")
    .update(`recovery code\n${userId}\n${bare(code)}`)
    .digest();
}

/** As typed, without what people put between letters. */
export function bare(code: string): string {
  return code.toLowerCase().replace(/[\s-]/g, "");
}

function totp(secret: string, issuer = "", label = ""): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), issuer, label, digits: 6, period, algorithm: "SHA1" });
}
