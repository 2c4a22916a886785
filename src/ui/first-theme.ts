/** Runs in the head of each page of ours: nothing is painted in one theme and then in the other. */
import { showTheme, storedTheme } from "./theme.ts";

const show = () => showTheme(storedTheme());
show();
addEventListener("storage", show);
