import type { Tenant } from "@tenantry/core/kernel/ctx";
import type { listPayouts } from "@tenantry/core/payouts/list";
import { payoutStates } from "@tenantry/core/payouts/schemas";
import { listAddressWith, readListAddress } from "../../request/list-address.server.ts";
import type { PayoutsFilter } from "./list-toolbar.tsx";

export const path = "/payouts";

const forms = { state: new RegExp(`^(${payoutStates.join("|")})$`), sort: /^-?created$/ };
const agencysForms = { ...forms, reseller: /^[0-9a-f-]{36}$/ };

type Address = { [name in keyof typeof agencysForms | "cursor"]?: string };

/** What the list's address says, and the question it asks. Only an agency's payouts go to different resellers. */
export function readPayoutsAddress(request: Request, { kind }: Tenant) {
  const address: Address = readListAddress(request, kind === "agency" ? agencysForms : forms);
  const { reseller: resellerId, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { resellerId, ...rest } as Parameters<typeof listPayouts>[1] };
}

/** What the bar over the list needs of the address. */
export function payoutsView(address: Address, resellers: { id: string; name: string }[]) {
  const filter = (by: PayoutsFilter["by"], values: { value: string; name?: string }[]) => {
    const value = address[by];
    const to = (chosen: string | undefined) => listAddressWith(path, address, { [by]: chosen });
    const name = values.find((one) => one.value === value)?.name;
    return {
      by,
      applied: value === undefined ? undefined : { value, name, removeTo: to(undefined) },
      choices: values.map((one) => ({ ...one, to: to(one.value) })),
    };
  };
  const earners = resellers.map(({ id, name }) => ({ value: id, name }));
  return {
    filters: [
      filter(
        "state",
        payoutStates.map((value) => ({ value })),
      ),
      ...(earners.length > 0 || address.reseller ? [filter("reseller", earners)] : []),
    ],
    clearTo: path,
    exportTo: listAddressWith("/payouts.csv", address, {}),
  };
}
