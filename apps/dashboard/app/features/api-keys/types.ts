import type { KeyScope } from "@tenantry/core/key-scopes";

export type { KeyScope };

type WordKey<Scope> = Scope extends `${infer Noun}:${infer Verb}` ? `${Noun}_${Verb}` : never;

/** The key of a scope's word: a colon would be read as a namespace. The cast says in types what the line does. */
export function scopeWord(scope: KeyScope): WordKey<KeyScope> {
  return scope.replace(":", "_") as WordKey<KeyScope>;
}

export interface ApiKeyRow {
  id: string;
  name: string;
  /** The part of the key that may be seen. */
  prefix: string;
  scopes: KeyScope[];
  createdBy: string;
  /** Instants; null = never. */
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  lastUsedIp: string | null;
  state: "active" | "expired" | "revoked";
  /** The secret before the last rotation goes on until then, for this many hours more; null = there is none. */
  overlap: { until: string; hoursLeft: number } | null;
}
