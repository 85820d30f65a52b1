import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { TenantFace } from "./types.ts";

export interface DeadLinkProps {
  tenant: TenantFace;
  of: "invitation" | "reset";
  /** `unknown` where saying more would tell a stranger something. */
  why: "used" | "expired" | "unknown";
  /** A new invitation was asked for: it went through, or the link never was for here. */
  asked?: boolean;
}

/** Every dead end has a way out. */
export function DeadLink({ tenant, of, why, asked }: DeadLinkProps) {
  const { t } = useWords("identity");
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
      {of === "invitation" && asked === undefined && (
        <PostForm id="ask">
          <input type="hidden" name="intent" value="ask" />
          <SubmitButton kind="pri" wide>
            {t("dead.ask")}
          </SubmitButton>
        </PostForm>
      )}
      {asked !== undefined && (
        <Note kind={asked ? "good" : "warn"}>{asked ? t("dead.asked") : t("dead.notAsked")}</Note>
      )}
      <p className="after">
        <a href="/sign-in">{t("dead.signIn")}</a>
      </p>
    </PublicFrame>
  );
}
