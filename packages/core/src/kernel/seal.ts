import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Which key new secrets are sealed under; stored beside each, so that a later key can stand beside this one. */
export const sealKeyId = "k1";

const ivBytes = 12;
const tagBytes = 16;

/**
 * Seals a text that has to be read again (AES-256-GCM under a key made from the installation's secret). `place` says
 * where it is stored, as agency, table, column and row: moved anywhere else it does not open. Form: iv, tag, sealed.
 */
export function seal(secret: string, place: readonly string[], text: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret, sealKeyId), iv);
  cipher.setAAD(Buffer.from(place.join("|")));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** The text that was sealed. Throws when it was sealed elsewhere, under another key, or has been touched. */
export function unseal(secret: string, place: readonly string[], keyId: string, sealed: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret, keyId), sealed.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(place.join("|")));
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  return decipher.update(sealed.subarray(ivBytes + tagBytes), undefined, "utf8") + decipher.final("utf8");
}

function keyOf(secret: string, keyId: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `seal ${keyId}`, 32));
}
