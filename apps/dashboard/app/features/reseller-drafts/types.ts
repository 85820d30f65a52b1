/** What POST /resellers/drafts answers. */
export interface SavedDraft {
  id: string;
}

/** A draft as the list of them shows it. */
export interface ListedDraft {
  id: string;
  name: string | null;
  /** Instant. */
  updatedAt: string;
}
