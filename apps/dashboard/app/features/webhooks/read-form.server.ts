import type { EventType } from "./types.ts";

/** What the form about an endpoint carries, as its verbs take it; they refuse what is none. */
export function readWebhookForm(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const eventTypes = form.getAll("eventTypes").map(String) as EventType[];
  return { url: text("url"), description: text("description"), eventTypes };
}
