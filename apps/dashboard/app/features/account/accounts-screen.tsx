import "../../words/account.ts";
import type { listAccounts } from "@tenantry/core/identity/list-accounts";
import { Badge } from "../../ui/badge.tsx";
import { SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useWords } from "../../words/use-words.tsx";

type Listed = Awaited<ReturnType<typeof listAccounts>>["accounts"][number];

export function Accounts({ accounts, state }: { accounts: Listed[]; state?: FormState }) {
  const { t } = useWords(["account", "common"]);
  return (
    <>
      <PageHeader title={t("others.title")} />
      <main className="body fit" id="main">
        <div className="narrow">
          {state?.formError && <Note kind="err">{state.formError}</Note>}
          <p className="help gap-bottom">{t("others.about")}</p>
          {accounts.map((one) => (
            <Card
              key={one.id}
              title={one.name}
              titleIsData
              about={t(`others.kind.${one.kind}`)}
              end={<Way account={one} />}
            >
              <p className="pad help">{t(`common:role.${one.role}`)}</p>
            </Card>
          ))}
        </div>
      </main>
    </>
  );
}

function Way({ account }: { account: Listed }) {
  const { t } = useWords("account");
  if (account.current) return <Badge tone="ok">{t("others.current")}</Badge>;
  if (!account.open) return <Badge tone="none">{t("others.closed")}</Badge>;
  return (
    <PostForm id={`enter-${account.id}`}>
      <input type="hidden" name="accountId" value={account.id} />
      <input type="hidden" name="name" value={account.name} />
      <SubmitButton size="sm">{t("others.enter")}</SubmitButton>
    </PostForm>
  );
}
