import { randomBytes, randomFillSync, randomUUID } from "node:crypto";

/**
 * A new id: UUIDv7, so rows made together lie together. The time in it is for locality only; nothing reads it back.
 */
export function newId(): string {
  const bytes = randomFillSync(Buffer.alloc(16));
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The number under which a request is logged and told. */
export function newRequestId(): string {
  return `req_${randomUUID()}`;
}

const prefixes = { agency: "AG", distributor: "DI", reseller: "PA", vendor: "VA", customer: "CU" } as const;

/** A code people can read out, such as PA-239-689-114; the prefix tells the kind of account (C-07). */
export function newCode(kind: keyof typeof prefixes): string {
  const digits = String(randomBytes(6).readUIntBE(0, 6) % 1_000_000_000).padStart(9, "0");
  return `${prefixes[kind]}-${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
}
