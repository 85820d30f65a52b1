import "../../words/features.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Switch } from "../../ui/switch.tsx";
import { usePost } from "../../ui/use-post.ts";
import { useWords } from "../../words/use-words.tsx";
import type { HeldRow } from "./types.ts";

interface ChoiceSwitchProps {
  featureId: string;
  accountId: string;
  /** Whose, or which feature: whatever the row is called. */
  name: string;
  held: HeldRow;
  allowed: boolean;
}

/**
 * Gives an account a feature or takes it away, whatever the rule says; where that was done, a button leaves it to the rule
 * again. Posts `accountId` and `released=true|false|rule` to /features/:id/choose, which answers `{ toast }`.
 */
export function ChoiceSwitch({ featureId, accountId, name, held, allowed }: ChoiceSwitchProps) {
  const { t } = useWords("features");
  const back = usePost();
  const { has, exception } = held;
  if (!allowed) return <Badge tone={has ? "ok" : "none"}>{t(has ? "has.yes" : "has.no")}</Badge>;
  const action = `/features/${featureId}/choose`;
  return (
    <div className="row">
      <Switch
        on={has}
        label={t("has.of", { name })}
        words={{ on: t("has.yes"), off: t("has.no") }}
        action={action}
        fields={{ accountId, released: has ? "false" : "true" }}
      />
      {exception !== null && (
        <back.Form method="post" action={action}>
          <input type="hidden" name="accountId" value={accountId} />
          <input type="hidden" name="released" value="rule" />
          <Button type="submit" size="sm" kind="ghost" aria-label={t("has.ruleOf", { name })}>
            {t("has.rule")}
          </Button>
        </back.Form>
      )}
    </div>
  );
}
