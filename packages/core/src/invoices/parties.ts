import type { Party } from "@tenantry/db/schema";

/** Seller and buyer as they stand on paper: the country by its name. */
export function partiesOf<Paper extends { seller: Party; buyer: Party }>(paper: Paper): Paper {
  const names = new Intl.DisplayNames(["en"], { type: "region" });
  const named = (party: Party) => ({
    ...party,
    country: party.country && (names.of(party.country) ?? party.country),
  });
  return { ...paper, seller: named(paper.seller), buyer: named(paper.buyer) };
}
