const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = "åƀçđéƒĝĥîĵķļɱñôþɋŕšŧûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÔÞɊŔŠŦÛṼŴẊÝŽ";
const letters = new Map([...plain].map((letter, at) => [letter, [...accented][at] ?? letter]));

type Words = { [key: string]: string | Words };

/**
 * English made strange: a text on a page without the brackets did not pass through t(). What people typed (names,
 * hosts, addresses) stands in elements marked translate="no", which such a run leaves out.
 */
export function pseudo<T extends Words>(words: T): T {
  const changed = Object.entries(words).map(([key, value]) => [
    key,
    typeof value === "string" ? strange(value) : pseudo(value),
  ]);
  return Object.fromEntries(changed) as T;
}

/** {{values}} and <tags> stay as they are. */
export function strange(text: string): string {
  const pieces = text.split(/(\{\{[^}]*\}\}|<\/?[^>]+>)/);
  const changed = pieces.map((piece, at) =>
    at % 2 ? piece : [...piece].map((c) => letters.get(c) ?? c).join(""),
  );
  return `⟦${changed.join("")}⟧`;
}
