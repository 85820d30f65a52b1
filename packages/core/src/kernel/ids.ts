import { randomBytes, randomUUID } from "node:crypto";

/**
 * A new id: UUIDv7, so rows made together lie together. The time in it is for locality only; nothing reads it back.
 * The rest is that of a random UUID, for which Node keeps random bytes in store.
 */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** The number under which a request is logged and told. */
export function newRequestId(): string {
  return `req_${randomUUID()}`;
}

const prefixes = {
  agency: "AG",
  distributor: "DI",
  reseller: "PA",
  vendor: "VA",
  customer: "CU",
  subscription: "SU",
  order: "OR",
  payout: "PO",
} as const;

/** A code people can read out, such as PA-239-689-114; the prefix tells the kind of record (C-07). */
export function newCode(kind: keyof typeof prefixes): string {
  const digits = String(randomBytes(6).readUIntBE(0, 6) % 1_000_000_000).padStart(9, "0");
  return `${prefixes[kind]}-${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
}
