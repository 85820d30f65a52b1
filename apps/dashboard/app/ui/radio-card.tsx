import { useFormField } from "./form.tsx";

interface RadioCardProps {
  name: string;
  value: string;
  title: string;
  about: string;
  /** Chosen when nothing was posted yet. */
  preset?: boolean;
}

export function RadioCard({ name, value, title, about, preset }: RadioCardProps) {
  const field = useFormField(name);
  const chosen = field.value === undefined ? preset : field.value === value;
  return (
    <label className="pick">
      {/* The first of the group carries the field's id, where a summary of errors leads. */}
      <input
        type="radio"
        id={preset ? field.id : undefined}
        name={name}
        value={value}
        defaultChecked={chosen}
      />
      <b>{title}</b>
      <span>{about}</span>
    </label>
  );
}
