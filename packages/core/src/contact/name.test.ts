import { expect, it } from "vitest";
import { nameUpTo } from "./name.ts";

const codeOf = (text: string) => nameUpTo(20).safeParse(text).error?.issues[0]?.message;

it.each(["\u200b", "\u2060\u200d", "\u3164", "\u00ad", "\u115f", "\u2800", "\u034f"])(
  "is not taken where nothing of it can be seen: %j",
  (text) => expect(codeOf(text)).toBe("name_unseen"),
);

it.each(["a", "Søn & Co", "東京", "👩‍👩‍👧", "می‌خواهم", "- - -"])("is taken as it is read: %s", (text) =>
  expect(nameUpTo(20).parse(text)).toBe(text),
);
