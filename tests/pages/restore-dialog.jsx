import { useEffect, useRef } from "react";
import { createRoot } from "react-dom/client";
import { appState, KEY, note, noteEvents } from "./app-state.js";

/** The dialog around the fields; its button wakes when the application's own state is a whole key. */
export function RestoreDialog({ digits, children, modal = true, asleep = false }) {
  const box = useRef(null);
  useEffect(() => noteEvents(box.current), []);
  useEffect(() => {
    appState.key = digits;
  }, [digits]);
  return (
    <div className="card" role="dialog" aria-modal={modal} aria-label="Restore chat history" ref={box}>
      <h1>Restore chat history</h1>
      <p>To restore your backup, enter your 64-digit encryption key.</p>
      {children}
      <button type="button" disabled={asleep || !KEY.test(digits)} onClick={() => note("submitted")}>
        Restore
      </button>
    </div>
  );
}

export function show(root, element) {
  createRoot(root).render(element);
}
