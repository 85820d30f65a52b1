import { Badge } from "../../ui/badge.tsx";
import { Switch } from "../../ui/switch.tsx";
import { useWords } from "../../words/use-words.tsx";
import { letsPeopleIn, type ResellerRow, statusTones } from "./types.ts";

interface StatusSwitchProps {
  reseller: Pick<ResellerRow, "id" | "name" | "status">;
  allowed: boolean;
}

/**
 * The portal's lock, under the state's own word. Posts `status=active|inactive` to /resellers/:id/status, which answers
 * `{ toast }` or redirects with one.
 */
export function StatusSwitch({ reseller, allowed }: StatusSwitchProps) {
  const { t } = useWords("resellers");
  const { status } = reseller;
  const on = letsPeopleIn(status);
  if (!allowed) return <Badge tone={statusTones[status]}>{t(`status.${status}`)}</Badge>;
  return (
    <Switch
      on={on}
      label={t("status.of", { name: reseller.name })}
      words={{ on: t(`status.${on ? status : "active"}`), off: t(`status.${on ? "inactive" : status}`) }}
      action={`/resellers/${reseller.id}/status`}
      fields={{ status: on ? "inactive" : "active" }}
    />
  );
}
