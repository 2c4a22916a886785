/**
 * Light, dark, or as the system is. The choice lies in this origin's `localStorage`, not among the keyring's
 * settings: it must hold on the lock screen and before the first paint, so it is read at once and without the
 * background. It belongs to this screen, and does not travel with a file of keys. It is no secret.
 */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const STORED_AS = "theme";

/** As the system is, where nothing was chosen or the browser keeps nothing for us. */
export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(STORED_AS);
    return THEMES.find((theme) => theme === stored) ?? "system";
  } catch {
    return "system";
  }
}

/** The style sheet of tokens does the rest. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
}

/** Shows it here and, by an event that the browser makes, in every other page of ours. */
export function chooseTheme(theme: Theme): void {
  showTheme(theme);
  try {
    localStorage.setItem(STORED_AS, theme);
  } catch {
    // It holds until this page closes.
  }
}
