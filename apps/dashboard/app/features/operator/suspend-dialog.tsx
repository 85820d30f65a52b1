import "../../words/operator.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { PostForm } from "../../ui/form.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

/** Posts to its own address. */
export function SuspendDialog({ name, closeTo }: { name: string; closeTo: string }) {
  const { t } = useWords(["operator", "common"]);
  return (
    <RouteDialog title={t("suspend.title", { name })} closeTo={closeTo}>
      <Consequences lines={[t("suspend.people"), t("suspend.data"), t("suspend.back")]} />
      <PostForm id="suspend" className="row">
        <ButtonLink to={closeTo}>{t("common:cancel")}</ButtonLink>
        <SubmitButton kind="danger">{t("suspend.submit")}</SubmitButton>
      </PostForm>
    </RouteDialog>
  );
}
