import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** What a derived key is for. A key made for one purpose opens nothing of another. */
export type Purpose =
  | "idempotency answer"
  | "idempotency fingerprint"
  | "audit chain"
  | "second factor"
  | "webhook secret"
  | "payment link"
  | "gateway key"
  | "checkout"
  | "connected account"
  | "test gateway";

const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts with AES-256-GCM. `place` is where the text belongs: moved elsewhere it opens no more. */
export function seal(secret: string, purpose: Purpose, place: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", deriveKey(secret, purpose), nonce);
  cipher.setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** What `seal` was given. Throws when it was made with another secret, for another purpose or place, or was changed. */
export function unseal(secret: string, purpose: Purpose, place: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(
    "aes-256-gcm",
    deriveKey(secret, purpose),
    sealed.subarray(0, nonceBytes),
    { authTagLength: tagBytes },
  );
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
}

/** HMAC-SHA256 under a key of its own. */
export function keyedHash(secret: string, purpose: Purpose, ...parts: (string | Uint8Array)[]): Buffer {
  const hmac = createHmac("sha256", deriveKey(secret, purpose));
  for (const part of parts) {
    // Lengths first, so that no two lists of parts read alike.
    hmac.update(`${Buffer.byteLength(part)}:`);
    hmac.update(part);
  }
  return hmac.digest();
}

function deriveKey(secret: string, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
}
