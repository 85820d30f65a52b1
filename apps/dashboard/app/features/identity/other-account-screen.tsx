import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { PostForm } from "../../ui/form.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { TenantFace } from "./types.ts";

interface OtherAccountProps {
  tenant: TenantFace;
  /** Who is signed in. */
  email: string;
  /** The invited address, as much of it as its owner needs. */
  masked: string;
}

/** An invitation opened by somebody who is signed in as another. Posts `intent=switch` to its own address. */
export function OtherAccount({ tenant, email, masked }: OtherAccountProps) {
  const { t } = useWords("identity");
  return (
    <PublicFrame
      tenant={tenant}
      title={t("other.title")}
      lead={`${t("other.lead", { email, masked })} ${t("other.safe")}`}
      footer={tenant.footer}
    >
      <PostForm id="switch">
        <input type="hidden" name="intent" value="switch" />
        <SubmitButton kind="pri" wide>
          {t("other.switch")}
        </SubmitButton>
      </PostForm>
      <p className="after">
        <ButtonLink to="/" kind="ghost" reload>
          {t("other.stay")}
        </ButtonLink>
      </p>
    </PublicFrame>
  );
}
