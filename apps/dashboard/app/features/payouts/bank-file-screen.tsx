import "../../words/payouts.ts";
import { Download } from "lucide-react";
import { Link } from "react-router";
import { ButtonLink, SubmitButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { CellsTable } from "../../ui/cells-table.tsx";
import { Consequences } from "../../ui/consequences.tsx";
import { Empty } from "../../ui/empty.tsx";
import { type FormState, PostForm } from "../../ui/form.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Note } from "../../ui/note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import type { BankFilePreview } from "./types.ts";

interface BankFileProps {
  file: BankFilePreview;
  maySend: boolean;
  state?: FormState;
}

/** The drafts as one file for the bank, and then the word that it has it. */
export function BankFile({ file, maySend, state }: BankFileProps) {
  const { t } = useWords("payouts");
  const going = file.drafts.filter(({ left }) => !left);
  const goes = file.from !== null && going.length > 0;
  return (
    <>
      <PageHeader title={t("bankFile.title")} crumbs={[{ words: t("title"), to: "/payouts" }]} />
      <main className="body fit" id="main">
        {file.drafts.length === 0 ? (
          <Empty
            kind="nothing-yet"
            title={t("bankFile.empty.title")}
            about={t("bankFile.empty.about")}
            action={<ButtonLink to="/payouts/new">{t("new.title")}</ButtonLink>}
          />
        ) : (
          <div className="narrow stack">
            {state?.formError && <Note kind="err">{state.formError}</Note>}
            {!file.from && (
              <Note kind="warn">
                {t("bankFile.noAccount")}{" "}
                <Link className="link" to="/settings/legal-entity">
                  {t("bankFile.addAccount")}
                </Link>
              </Note>
            )}
            <Card title={t("bankFile.drafts")}>
              <Drafts drafts={file.drafts} />
            </Card>
            {goes && <File file={file} going={going} maySend={maySend} state={state} />}
          </div>
        )}
      </main>
    </>
  );
}

type Draft = BankFilePreview["drafts"][number];

function Drafts({ drafts }: { drafts: Draft[] }) {
  const { t } = useWords("payouts");
  const format = useFormat();
  return (
    <CellsTable
      caption={t("bankFile.drafts")}
      columns={[
        {
          head: t("column.reseller"),
          cell: ({ reseller }) => (
            <Link className="clip" to={`/resellers/${reseller.id}`} title={reseller.name} translate="no">
              {reseller.name}
            </Link>
          ),
        },
        {
          head: t("column.code"),
          cell: ({ id, code }) => (
            <Link className="link mono" to={`/payouts/${id}`} translate="no">
              {code}
            </Link>
          ),
          width: "w-148",
        },
        {
          head: t("column.amount"),
          cell: ({ amountMinor, currency }) => format.money(amountMinor, currency),
          right: true,
          width: "w-132",
        },
        {
          head: t("bankFile.account"),
          cell: ({ left, iban }) => (left ? t(`bankFile.left.${left}`) : <span translate="no">{iban}</span>),
          width: "w-200",
        },
      ]}
      rows={drafts}
      rowId={({ id }) => id}
    />
  );
}

function File({ file, going, maySend, state }: BankFileProps & { going: Draft[] }) {
  const { t } = useWords("payouts");
  const format = useFormat();
  const amountMinor = going.reduce((sum, draft) => sum + draft.amountMinor, 0);
  const amount = format.money(amountMinor, "EUR");
  return (
    <Card title={t("bankFile.file", { count: going.length, amount })}>
      <div className="pad stack">
        <p className="help">{t("bankFile.about", { account: file.from ?? "" })}</p>
        <div className="row">
          <a className="btn" href={`/payouts/bank-file.xml?number=${file.number}`} download>
            <Icon of={Download} />
            {t("bankFile.download")}
          </a>
        </div>
      </div>
      {maySend && (
        <PostForm state={state} className="foot stack">
          <Consequences
            lines={[t("bankFile.sends", { count: going.length, amount }), t("bankFile.sendsNothing")]}
          />
          {going.map(({ id }) => (
            <input key={id} type="hidden" name="ids" value={id} />
          ))}
          <div className="row">
            <SubmitButton kind="pri">{t("bankFile.submit", { count: going.length })}</SubmitButton>
          </div>
        </PostForm>
      )}
    </Card>
  );
}
