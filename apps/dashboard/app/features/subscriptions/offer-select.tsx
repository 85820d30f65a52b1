import "../../words/subscriptions.ts";
import { Select } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { OfferChoice } from "./types.ts";
import { usePrice } from "./use-price.ts";

/** Plans with their prices, one price a line. */
export function OfferSelect({ offers }: { offers: OfferChoice[] }) {
  const { t } = useWords("subscriptions");
  const price = usePrice();
  return (
    <Select
      name="offer"
      label={t("sell.offer")}
      choices={offers.map(({ value, name, amountMinor, currency, interval, pricesIncludeTax }) => ({
        value,
        label: `${name} – ${price(amountMinor, currency, interval, pricesIncludeTax)}`,
        isData: true,
      }))}
    />
  );
}
