import { useState } from "preact/hooks";
import { Panel } from "../../kit/panel.tsx";
import { Select } from "../../kit/select.tsx";
import { useText } from "../../text/use-text.ts";
import { chooseTheme, storedTheme, THEMES, type Theme } from "../../theme.ts";

/** Takes effect at once, in every page of ours that is open. */
export function ThemeSetting() {
  const { themeText } = useText();
  const [theme, setTheme] = useState<Theme>(storedTheme);
  const choose = (next: Theme) => {
    setTheme(next);
    chooseTheme(next);
  };
  return (
    <Panel title={themeText.title}>
      <Select
        label={themeText.theme}
        value={theme}
        onChange={choose}
        options={THEMES.map((value) => ({ value, name: themeText.names[value] }))}
      />
    </Panel>
  );
}
