import type { english } from "../../words/words.ts";

export type KeyScope = keyof (typeof english)["keys"]["scope"];

export interface ApiKeyRow {
  id: string;
  name: string;
  /** The part of the key that may be seen. */
  prefix: string;
  scopes: KeyScope[];
  createdBy: string;
  /** Instants; null = never used, still valid. */
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}
