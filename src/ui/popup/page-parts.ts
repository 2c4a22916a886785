/** All of the popup that concerns the page in front: loaded when the keyring is open. */
export { AddFromPage } from "./add-from-page.tsx";
export { OtherPageFill } from "./other-page-fill.tsx";
export { PageStep } from "./page-step.tsx";
