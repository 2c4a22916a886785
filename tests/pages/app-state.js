/** The application's own state, for tests: `key` is what it would send, `events` what happened to it. */
export const appState = { key: "", events: [] };
window.appState = appState;

export const KEY = /^[0-9a-f]{64}$/;

/** What the page was asked to do, from its address. */
export function option(name, otherwise) {
  return new URLSearchParams(location.search).get(name) ?? otherwise;
}

export function note(event) {
  appState.events.push(event);
}

/** Notes what page scripts see of a field: the kinds of events only, never what was typed. */
export function noteEvents(element) {
  for (const type of ["focus", "input", "change", "blur", "paste", "submit"]) {
    element.addEventListener(type, () => note(type), true);
  }
}
