import type { listCommissions } from "@tenantry/core/commissions/list";
import { commissionStates } from "@tenantry/core/commissions/schemas";
import type { Tenant } from "@tenantry/core/kernel/ctx";
import { isCurrency } from "@tenantry/core/kernel/money";
import { anId, calendarDay, listAddressWith, readListAddress } from "../../request/list-address.server.ts";
import type { CommissionsFilter } from "./list-toolbar.tsx";

export const path = "/commissions";

const outcomes = ["created", "zero", "skipped", "all"] as const;

const forms = {
  state: new RegExp(`^(${commissionStates.join("|")})$`),
  outcome: new RegExp(`^(${outcomes.join("|")})$`),
  customer: anId,
  from: calendarDay,
  to: calendarDay,
  currency: { test: isCurrency },
  sort: /^-?at$/,
};
const agencysForms = { ...forms, reseller: anId };

type Address = { [name in keyof typeof agencysForms | "cursor"]?: string };

/** What the list's address says, and the question it asks. Only an agency's lines are earned by different resellers. */
export function readCommissionsAddress(request: Request, { kind }: Tenant) {
  const address: Address = readListAddress(request, kind === "agency" ? agencysForms : forms);
  const { reseller: resellerId, customer: customerId, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { resellerId, customerId, ...rest } as Parameters<typeof listCommissions>[1] };
}

/** What the bar over the list needs of the address. */
export function commissionsView(
  address: Address,
  resellers: { id: string; name: string }[],
  customers: { id: string; name: string }[],
) {
  const filter = (
    by: Exclude<CommissionsFilter["by"], "days">,
    values: { value: string; name?: string }[],
  ) => {
    const value = address[by];
    const to = (chosen: string | undefined) => listAddressWith(path, address, { [by]: chosen });
    const name = values.find((one) => one.value === value)?.name;
    return {
      by,
      applied: value === undefined ? undefined : { value, name, removeTo: to(undefined) },
      choices: values.map((one) => ({ ...one, to: to(one.value) })),
    };
  };
  const named = (values: readonly string[]) => values.map((value) => ({ value }));
  const earners = resellers.map(({ id, name }) => ({ value: id, name }));
  // What reports lead here with: it can be seen and taken away, and is not offered.
  const given = (by: "customer" | "currency", values: { value: string; name?: string }[]) =>
    address[by] ? [{ ...filter(by, values), choices: [] }] : [];
  const { from, to: until } = address;
  const days: CommissionsFilter = {
    by: "days",
    applied: {
      ...{ value: "days", days: { from, to: until } },
      removeTo: listAddressWith(path, address, { from: undefined, to: undefined }),
    },
    choices: [],
  };
  return {
    filters: [
      filter("state", named(commissionStates)),
      filter("outcome", named(outcomes.slice(1))),
      ...(earners.length > 0 || address.reseller ? [filter("reseller", earners)] : []),
      ...given(
        "customer",
        customers.map(({ id, name }) => ({ value: id, name })),
      ),
      ...given("currency", []),
      ...(from || until ? [days] : []),
    ],
    clearTo: path,
    exportTo: listAddressWith("/commissions.csv", address, {}),
  };
}
