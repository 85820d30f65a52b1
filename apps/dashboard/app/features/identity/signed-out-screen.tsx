import type { SentForm } from "../../request/page.ts";
import { SubmitButton } from "../../ui/button.tsx";
import { PublicFrame } from "../../ui/public-frame.tsx";
import { SignInElsewhere } from "../../ui/unsent-note.tsx";
import { useWords } from "../../words/use-words.tsx";

interface SignedOutProps {
  tenant: string | undefined;
  sent: SentForm;
}

/** A form was sent without a session: its fields wait here until somebody has signed in in another tab. */
export function SignedOut({ tenant, sent }: SignedOutProps) {
  const { t } = useWords();
  return (
    <PublicFrame tenant={{ name: tenant ?? "·" }} title={t("unsent.page.title")} lead={t("unsent.page.lead")}>
      <p className="gap-bottom">
        <SignInElsewhere />
      </p>
      <form method="post" action={sent.action}>
        {sent.fields.map(([name, text], place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and nothing here moves
          <input key={place} type="hidden" name={name} value={text} />
        ))}
        <SubmitButton kind="pri" wide>
          {t("unsent.page.send")}
        </SubmitButton>
      </form>
    </PublicFrame>
  );
}
