import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PostForm } from "../../ui/form.tsx";
import { useWords } from "../../words/use-words.tsx";

/** The ways back, each saying what it does. */
export function TakeBack({ ways }: { ways: ("return" | "remove")[] }) {
  const { t } = useWords("allowances");
  return (
    <Card title={t("back.title")} className="gap-top">
      {ways.map((way) => (
        <PostForm key={way} id={way} className="pad row">
          <input type="hidden" name="intent" value={way} />
          <span className="help">{t(`back.${way}About`)}</span>
          <span className="sp">
            <SubmitButton>{t(`back.${way}`)}</SubmitButton>
          </span>
        </PostForm>
      ))}
    </Card>
  );
}
