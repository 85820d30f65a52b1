import { useTranslation } from "react-i18next";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PostForm } from "../../ui/form.tsx";
import { useFormat } from "../../words/format.tsx";

export interface DemoContents {
  agencies: number;
  resellers: number;
  people: number;
  events: number;
}

/** One step, after saying in numbers what goes. Posts `intent=remove-demo`. */
export function RemoveDemo({ contents }: { contents: DemoContents }) {
  const { t } = useTranslation("operator");
  const format = useFormat();
  const { agencies, resellers, people, events } = contents;
  const goes = [
    t("welcome.agencies", { count: agencies }),
    t("welcome.resellers", { count: resellers }),
    t("welcome.people", { count: people }),
    t("welcome.events", { count: events, number: format.number(events) }),
  ];
  return (
    <Card title={t("welcome.remove")}>
      <p className="help pad">{t("welcome.removeAbout")}</p>
      <ul className="list">
        {goes.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <PostForm id="remove" className="foot row">
        <input type="hidden" name="intent" value="remove-demo" />
        <span className="help">{t("welcome.keep")}</span>
        <SubmitButton kind="danger" className="sp">
          {t("welcome.removeSubmit")}
        </SubmitButton>
      </PostForm>
    </Card>
  );
}
