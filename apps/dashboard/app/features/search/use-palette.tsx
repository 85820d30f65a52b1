import { type ComponentType, useCallback, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import type { Destination } from "./options.ts";
import type { PaletteProps } from "./palette.tsx";

/** The palette is fetched when it is first asked for: pages do not carry it. */
const fetchPalette = () => import("./palette.tsx");

interface Offer {
  pages: Destination[];
  actions: Destination[];
}

/** Opens on Ctrl+K or ⌘K and by `open`; `fetch` gets it ready before the click. */
export function usePalette(offer: Offer, enabled: boolean) {
  const [Palette, setPalette] = useState<ComponentType<PaletteProps>>();
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const open = useCallback(() => {
    fetchPalette().then(
      (loaded) => {
        setPalette(() => loaded.Palette);
        setOpen(true);
      },
      () => navigate("/search"),
    );
  }, [navigate]);
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey ||
        event.key.toLowerCase() !== "k"
      )
        return;
      // Not over a dialog that asks something else.
      if (document.querySelector("dialog[open]:not(.palette)")) return;
      event.preventDefault();
      open();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [enabled, open]);
  const palette = isOpen && Palette && <Palette {...offer} onClose={() => setOpen(false)} />;
  return { open, palette };
}
