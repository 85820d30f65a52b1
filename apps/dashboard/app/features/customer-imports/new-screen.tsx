import "../../words/customer-imports.ts";
import "../../words/customers.ts";
import type { FormState } from "../../ui/form.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type ListedImport, NewImport } from "../imports/new-screen.tsx";

interface ImportFileProps {
  imports: ListedImport[];
  mostRows: number;
  ofAgency: boolean;
  state?: FormState;
}

export function ImportFile({ ofAgency, ...props }: ImportFileProps) {
  const { t } = useWords(["customer-imports", "customers"]);
  return (
    <NewImport
      {...props}
      words={{ title: t("title"), section: t("section"), about: t("about") }}
      crumbs={[{ words: t(ofAgency ? "customers:title" : "customers:titleOwn"), to: "/customers" }]}
      templateAt="/customers/import-template.csv"
      filesAt="/customer-imports"
    />
  );
}
