import { Search } from "lucide-react";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "../../words/use-words.tsx";
import { type Destination, type Option, type OptionGroup, useOptions } from "./options.ts";
import { useHits } from "./use-hits.ts";

export interface PaletteProps {
  pages: Destination[];
  actions: Destination[];
  onClose(): void;
}

/**
 * Goes anywhere by keys: the keyboard stays in the field, and what Enter would choose is told as its active option.
 * The browser's own dialog holds the focus in, and gives it back.
 */
export function Palette({ pages, actions, onClose }: PaletteProps) {
  const { t } = useWords("search");
  const [query, setQuery] = useState("");
  const [place, setPlace] = useState(0);
  const dialog = useModal();
  const { groups, waiting } = useHits(query.trim());
  const shown = useOptions(query.trim(), groups, pages, actions);
  const options = shown.flatMap((group) => group.options);
  const active = options[Math.min(place, options.length - 1)];
  const id = useId();
  const navigate = useNavigate();
  const choose = (option: Option) => {
    onClose();
    navigate(option.to);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it closes it, as Escape does by the browser
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t("everywhere")}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="asked">
        <Icon of={Search} />
        <input
          role="combobox"
          type="text"
          aria-label={t("label")}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active && `${id}-${active.id}`}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder={t("hint")}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setPlace(0);
          }}
          onKeyDown={(event) => {
            const to = moved(event, place, options.length);
            if (to !== undefined) setPlace(to);
            if (event.key !== "Enter" || event.nativeEvent.isComposing || !active) return;
            // Else the same key would press the button that has the focus back by then.
            event.preventDefault();
            choose(active);
          }}
        />
        <kbd>Esc</kbd>
      </div>
      <div role="listbox" id={`${id}-list`} aria-label={t("results")} aria-busy={waiting} tabIndex={-1}>
        {shown.map((group) => (
          <Group key={group.id} group={group} id={id} active={active?.id} onChoose={choose} />
        ))}
      </div>
      <p className="sr" role="status">
        {waiting ? "" : t("count", { count: options.length })}
      </p>
    </dialog>
  );
}

interface GroupProps {
  group: OptionGroup;
  id: string;
  active: string | undefined;
  onChoose(option: Option): void;
}

function Group({ group, id, active, onChoose }: GroupProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options; a fieldset holds none
    <div role="group" aria-labelledby={`${id}-${group.id}`}>
      <div role="presentation" className="kind" id={`${id}-${group.id}`}>
        {group.label}
      </div>
      {group.options.map((option) => (
        <Choice
          key={option.id}
          option={option}
          id={`${id}-${option.id}`}
          isActive={option.id === active}
          onChoose={() => onChoose(option)}
        />
      ))}
    </div>
  );
}

interface ChoiceProps {
  option: Option;
  id: string;
  isActive: boolean;
  onChoose(): void;
}

function Choice({ option: { label, isData, about, icon }, id, isActive, onChoose }: ChoiceProps) {
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which holds the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
    <div ref={row} role="option" id={id} aria-selected={isActive} onClick={onChoose}>
      {icon && <Icon of={icon} />}
      <span className="clip" translate={isData ? "no" : undefined}>
        {label}
      </span>
      {about && (
        <span className="clip muted" translate="no">
          {about}
        </span>
      )}
    </div>
  );
}

/** The place a key moves to, round at both ends; undefined for keys that move nothing. */
function moved(event: KeyboardEvent, place: number, count: number): number | undefined {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (!step || count === 0) return undefined;
  event.preventDefault();
  return (Math.min(place, count - 1) + step + count) % count;
}

/** Closed while it still stands in the page: only then does the browser give the focus back to what opened it. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return dialog;
}
