import "../../words/customers.ts";
import { Badge } from "../../ui/badge.tsx";
import { Switch } from "../../ui/switch.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { CustomerRow } from "./types.ts";

interface StatusSwitchProps {
  customer: Pick<CustomerRow, "id" | "name" | "status">;
  allowed: boolean;
}

/** The customer's Active flag. Posts `status` to /customers/:id/status, which answers `{ toast }` or redirects with one. */
export function StatusSwitch({ customer, allowed }: StatusSwitchProps) {
  const { t } = useWords("customers");
  const on = customer.status === "active";
  if (!allowed) return <Badge tone={on ? "ok" : "none"}>{t(`status.${customer.status}`)}</Badge>;
  return (
    <Switch
      on={on}
      label={t("status.of", { name: customer.name })}
      words={{ on: t("status.active"), off: t("status.inactive") }}
      action={`/customers/${customer.id}/status`}
      fields={{ status: on ? "inactive" : "active" }}
    />
  );
}
