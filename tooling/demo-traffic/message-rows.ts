import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** A message as the file tells it. */
export interface MessageRow {
  atMs: number;
  channel: string;
  author: string;
  /** The message's identity at its source: told twice, it is the same message. */
  key: string;
}

const needed = ["at", "channel", "author"];

/** The first `limit` rows of a CSV file (or .csv.gz), in its order. Throws with a sentence when it has other columns. */
export function readMessages(file: string | URL, limit = Number.POSITIVE_INFINITY): MessageRow[] {
  const bytes = readFileSync(file);
  const text = (String(file).endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const [head = "", ...lines] = text.split(/\r?\n/).filter(Boolean);
  const columns = head.split(",");
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(", ")}.`);
  const place = (name: string) => columns.indexOf(name);
  return lines.slice(0, limit).map((line, index) => {
    const cells = line.split(",");
    const atMs = Date.parse(cells[place("at")] ?? "");
    if (Number.isNaN(atMs)) throw new Error(`${file}, line ${index + 2}: "at" is no instant.`);
    return {
      atMs,
      channel: cells[place("channel")]!,
      author: cells[place("author")]!,
      key: place("key") < 0 ? line : cells[place("key")]!,
    };
  });
}

/** The channels of a file, in order of name: what the demo's customers are called outside. */
export function channelsOf(file: string | URL): string[] {
  return [...new Set(readMessages(file).map((row) => row.channel))].sort();
}

/** The slice of real events that lies in the repository. */
export const committedMessages = new URL("./data/message-events.csv", import.meta.url);
