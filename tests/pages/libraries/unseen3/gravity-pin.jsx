import { PinInput, ThemeProvider } from "@gravity-ui/uikit";
import { useState } from "react";
import { reactPage } from "../react/page.jsx";
import "@gravity-ui/uikit/styles/styles.css";
import "./gravity-pin.css";

/** 64 boxes, of which a person reaches one by the tab key. */
reactPage(({ setKey }) => {
  const [digits, setDigits] = useState(() => Array(64).fill(""));
  const change = (changed) => {
    setDigits(changed);
    setKey(changed.join(""));
  };
  return (
    <ThemeProvider theme="light">
      <PinInput
        length={64}
        size="s"
        type="alphanumeric"
        value={digits}
        onUpdate={change}
        note="Pasting the whole key works too."
      />
    </ThemeProvider>
  );
});
