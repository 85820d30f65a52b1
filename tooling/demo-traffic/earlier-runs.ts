import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { type MessageRow, readMessages } from "./message-rows.ts";
import { identityOf } from "./recount.ts";
import { toEvents } from "./usage-events.ts";

/** A run that sent to the same demo: enough to know again what it told. */
interface Run {
  file: string;
  limit: number | null;
  shiftMs: number;
  /** How many of its events went out, from the first. */
  sent: number;
}

/** The earlier runs against one demo, kept beside its description. */
export class EarlierRuns {
  private readonly path: string;
  private readonly demo: string;

  constructor(path: string, ingestKey: string) {
    this.path = path;
    // Not the key itself: this file is no secret.
    this.demo = createHash("sha256").update(ingestKey).digest("hex").slice(0, 16);
  }

  /** Identities of every event that an earlier run sent. */
  identities(): Set<string> {
    const identities = new Set<string>();
    for (const run of this.read()[this.demo] ?? []) {
      const rows: MessageRow[] = readMessages(run.file, run.limit ?? undefined);
      for (const event of toEvents(rows, run.shiftMs).slice(0, run.sent)) identities.add(identityOf(event));
    }
    return identities;
  }

  add(run: Run): void {
    const all = this.read();
    writeFileSync(this.path, JSON.stringify({ [this.demo]: [...(all[this.demo] ?? []), run] }, null, 2));
  }

  private read(): Record<string, Run[]> {
    try {
      return JSON.parse(readFileSync(this.path, "utf8"));
    } catch {
      return {};
    }
  }
}
