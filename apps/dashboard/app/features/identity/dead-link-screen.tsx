import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import type { TenantFace } from "./types.ts";

export interface DeadLinkProps {
  tenant: TenantFace;
  of: "invitation" | "reset";
  /** `unknown` where saying more would tell a stranger something. */
  why: "used" | "expired" | "unknown";
}

/** Every dead end has a way out. */
export function DeadLink({ tenant, of, why }: DeadLinkProps) {
  const { t } = useTranslation("identity");
  const lead =
    of === "invitation" && why !== "used"
      ? `${t(`dead.${why}`)} ${t("dead.askInvitation")}`
      : t(`dead.${why}`);
  return (
    <PublicFrame tenant={tenant} title={t("dead.title")} lead={lead} footer={tenant.footer}>
      {of === "reset" && (
        <ButtonLink to="/forgot-password" kind="pri" wide>
          {t("dead.newReset")}
        </ButtonLink>
      )}
      <p className="after">
        <a href="/sign-in">{t("dead.signIn")}</a>
      </p>
    </PublicFrame>
  );
}
