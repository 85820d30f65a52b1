import "../../words/operator.ts";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { PostForm } from "../../ui/form.tsx";
import { RouteDialog } from "../../ui/route-dialog.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface DemoContents {
  agencies: number;
  resellers: number;
  people: number;
  events: number;
}

/** Says in numbers what goes. Posts to its own address. */
export function RemoveDemoDialog({ contents }: { contents: DemoContents }) {
  const { t } = useWords(["operator", "common"]);
  const { agencies, resellers, people, events } = contents;
  const gone = agencies === 0;
  const lines = [
    t("welcome.agencies", { count: agencies }),
    t("welcome.resellers", { count: resellers }),
    t("welcome.people", { count: people }),
    t("welcome.events", { count: events }),
    t("welcome.keep"),
  ];
  return (
    <RouteDialog title={t("welcome.removeTitle")} closeTo="/welcome">
      <Consequences lines={gone ? [t("welcome.gone")] : lines} />
      <PostForm id="remove" className="row">
        <ButtonLink to="/welcome">{t("common:cancel")}</ButtonLink>
        {!gone && <SubmitButton kind="danger">{t("welcome.removeSubmit")}</SubmitButton>}
      </PostForm>
    </RouteDialog>
  );
}
