import { useTranslation } from "react-i18next";
import { Badge } from "../../ui/badge.tsx";
import { Switch } from "../../ui/switch.tsx";
import type { ResellerRow } from "./types.ts";

interface StatusSwitchProps {
  reseller: Pick<ResellerRow, "id" | "name" | "status">;
  allowed: boolean;
}

/** Posts `status=active|inactive` to /resellers/:id/status, which answers `{ toast }` or redirects with one. */
export function StatusSwitch({ reseller, allowed }: StatusSwitchProps) {
  const { t } = useTranslation("resellers");
  const on = reseller.status === "active";
  if (!allowed) return <Badge tone={on ? "ok" : "none"}>{t(`status.${reseller.status}`)}</Badge>;
  return (
    <Switch
      on={on}
      label={t("status.of", { name: reseller.name })}
      words={{ on: t("status.active"), off: t("status.inactive") }}
      action={`/resellers/${reseller.id}/status`}
      fields={{ status: on ? "inactive" : "active" }}
    />
  );
}
