import { SubmitButton } from "../../ui/button.tsx";
import { PostForm } from "../../ui/form.tsx";
import { Section } from "../../ui/section.tsx";
import { useWords } from "../../words/use-words.tsx";

/** Asks all of an agency's own people for a second step. Posts `intent=require`. */
export function RequireSection({ name, required }: { name: string; required: boolean }) {
  const { t } = useWords("security");
  return (
    <Section title={t("require.title")} about={t("require.about", { name })}>
      <PostForm id="require">
        <input type="hidden" name="intent" value="require" />
        <label className="tick">
          <input className="ck" type="checkbox" name="required" defaultChecked={required} />
          <div>
            <b>{t("require.label")}</b>
            <span>{t("require.hint")}</span>
          </div>
        </label>
        <SubmitButton>{t("require.save")}</SubmitButton>
      </PostForm>
    </Section>
  );
}
