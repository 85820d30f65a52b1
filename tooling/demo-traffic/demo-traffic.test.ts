import { expect, it } from "vitest";
import { channelsOf, committedMessages, readMessages } from "./message-rows.ts";
import { identityOf, recount } from "./recount.ts";
import { replay } from "./replay.ts";
import { type SentEvent, shiftTo, toEvents } from "./usage-events.ts";

const rows = readMessages(committedMessages);
const noon = Date.UTC(2026, 10, 21, 12);
const events = toEvents(rows, shiftTo(rows, noon));

it("reads the committed slice as it was made: 5,000 rows, 60 channels, deliveries that came twice", () => {
  expect(rows).toHaveLength(5_000);
  expect(channelsOf(committedMessages)).toHaveLength(60);
  expect(new Set(rows.map((row) => row.key)).size).toBe(4_882);
});

it("shifts the last message to now and adds each channel's authors as its team", () => {
  expect(events.slice(0, 5_000).at(-1)!.at).toBe("2026-11-21T12:00:00.000Z");
  const teams = events.slice(5_000);
  expect(teams).toHaveLength(60);
  const authors = new Set(rows.filter((row) => row.channel === "c534").map((row) => row.author));
  expect(teams.find((team) => team.externalId === "c534")).toMatchObject({
    meter: "team_members",
    quantity: authors.size,
  });
  const whatsapp = new Set(
    events.filter((event) => event.meter === "whatsapp_messages").map((event) => event.externalId),
  );
  expect([whatsapp.has("c168"), whatsapp.has("c506")]).toEqual([true, false]);
});

it("recounts what an exact API answers, on a first run, a second one, and one that crossed midnight", async () => {
  const told = new Set<string>();
  const exact = async (batch: SentEvent[]) => {
    const before = told.size;
    for (const event of batch) told.add(identityOf(event));
    return { accepted: told.size - before, duplicates: batch.length - (told.size - before), quarantined: [] };
  };
  const run = async (at: number) => {
    const known = new Set(told);
    const sent = toEvents(rows, shiftTo(rows, at));
    const { accepted, duplicates, quarantined } = await replay(
      sent,
      0,
      exact,
      () => {},
      () => false,
    );
    expect({ accepted, duplicates }).toEqual(recount(sent, quarantined, known));
    return accepted;
  };
  expect(await run(noon)).toBe(4_942);
  expect(await run(noon)).toBe(0);
  expect(await run(noon + 3_600_000)).toBeGreaterThan(0);
});

it("leaves out what is in quarantine", () => {
  const quarantined = new Map([[0, "unknown_account"]]);
  const all = recount(events, new Map(), new Set());
  expect(recount(events, quarantined, new Set())).toEqual({ ...all, accepted: all.accepted - 1 });
});
