import type { listCommissions } from "@tenantry/core/commissions/list";
import { commissionStates } from "@tenantry/core/commissions/schemas";
import type { Tenant } from "@tenantry/core/kernel/ctx";
import { listAddressWith, readListAddress } from "../../request/list-address.server.ts";
import type { CommissionsFilter } from "./list-toolbar.tsx";

export const path = "/commissions";

const outcomes = ["created", "zero", "skipped", "all"] as const;

const forms = {
  state: new RegExp(`^(${commissionStates.join("|")})$`),
  outcome: new RegExp(`^(${outcomes.join("|")})$`),
  sort: /^-?at$/,
};
const agencysForms = { ...forms, reseller: /^[0-9a-f-]{36}$/ };

type Address = { [name in keyof typeof agencysForms | "cursor"]?: string };

/** What the list's address says, and the question it asks. Only an agency's lines are earned by different resellers. */
export function readCommissionsAddress(request: Request, { kind }: Tenant) {
  const address: Address = readListAddress(request, kind === "agency" ? agencysForms : forms);
  const { reseller: resellerId, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { resellerId, ...rest } as Parameters<typeof listCommissions>[1] };
}

/** What the bar over the list needs of the address. */
export function commissionsView(address: Address, resellers: { id: string; name: string }[]) {
  const filter = (by: CommissionsFilter["by"], values: { value: string; name?: string }[]) => {
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
  return {
    filters: [
      filter("state", named(commissionStates)),
      filter("outcome", named(outcomes.slice(1))),
      ...(earners.length > 0 || address.reseller ? [filter("reseller", earners)] : []),
    ],
    clearTo: path,
    exportTo: listAddressWith("/commissions.csv", address, {}),
  };
}
