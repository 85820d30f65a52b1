import "../../words/customer-imports.ts";
import "../../words/customers.ts";
import type { ReactNode } from "react";
import type { FormState } from "../../ui/form.tsx";
import type { Choice } from "../../ui/select.tsx";
import { useWords } from "../../words/use-words.tsx";
import { ImportFrame } from "../imports/import-frame.tsx";
import { MappingForm } from "../imports/mapping-form.tsx";
import { OutcomeCard } from "../imports/outcome-card.tsx";
import { RowsCard, type RowsView } from "../imports/rows-card.tsx";
import { MoneyTable } from "./money-table.tsx";
import { RowAbout } from "./row-about.tsx";
import type { CustomerFacts, CustomerRowFacts } from "./types.ts";

interface ImportScreenProps {
  facts: CustomerFacts;
  rows: CustomerRowFacts[];
  view: RowsView;
  countries: Choice[];
  state?: FormState;
  /** The confirmation of the removal, over the page. */
  children?: ReactNode;
}

export function ImportScreen({ facts, rows, view, countries, state, children }: ImportScreenProps) {
  const { t } = useWords(["customer-imports", "customers"]);
  const at = `/customer-imports/${facts.id}`;
  const { fields, defaulted, totals, sums } = facts;
  const ofAgency = fields.includes("partner");
  const labelled = (name: CustomerFacts["fields"][number]) => ({ name, label: t(`field.${name}`) });
  const start = t("start", { count: facts.counts.ready });
  return (
    <ImportFrame
      facts={facts}
      at={at}
      crumbs={[
        { words: t(ofAgency ? "customers:title" : "customers:titleOwn"), to: "/customers" },
        { words: t("title"), to: "/customers/import" },
      ]}
      creating={t("creating")}
      outcome={
        <OutcomeCard facts={facts} at={at} lines={useLines(facts)} start={start}>
          {totals.firsts.length > 0 && <MoneyTable sums={sums} firsts={totals.firsts} />}
        </OutcomeCard>
      }
      rows={<RowsCard at={at} rows={rows} view={view} about={(row) => <RowAbout row={row} />} />}
      mapping={
        <MappingForm
          facts={facts}
          fields={fields.map(labelled)}
          defaulted={defaulted.map((name) => ({
            ...labelled(name),
            choices: name === "country" ? countries : undefined,
          }))}
          everybodyAbout={t(ofAgency ? "everybodyAbout" : "everybodyAboutOwn")}
          state={state}
        />
      }
    >
      {children}
    </ImportFrame>
  );
}

/** What is, or would be, created, each in a sentence. */
function useLines({ state, totals: { customers, subscriptions, uncharged } }: CustomerFacts): string[] {
  const { t } = useWords("customer-imports");
  const made = state === "finished";
  return [
    ...(customers > 0 || made ? [t(made ? "madeCustomers" : "customers", { count: customers })] : []),
    ...(subscriptions > 0 ? [t(made ? "madeSubscriptions" : "subscriptions", { count: subscriptions })] : []),
    ...(uncharged > 0 ? [t("uncharged", { count: uncharged })] : []),
  ];
}
