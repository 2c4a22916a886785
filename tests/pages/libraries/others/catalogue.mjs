/** @param {string} name */
const one = (name) => ({ name, entry: `others/${name}.js`, boxes: 1, digitsPerBox: 64, multiline: false });
/** @param {string} name */
const area = (name) => ({ ...one(name), multiline: true });
/**
 * @param {string} name
 * @param {number} boxes
 */
const split = (name, boxes) => ({ ...one(name), boxes, digitsPerBox: 64 / boxes });

/** Pages of every other framework's libraries; the entry has the page's name. */
export const OTHER_LIBRARIES = [
  split("vue", 16),
  one("element-plus"),
  split("naive-ui-otp", 64),
  { ...split("vue3-otp-input", 64), digitsOnly: true },
  area("naive-ui-input"),
  one("vuetify"),
  one("vuetify-label"),
  one("quasar"),
  one("vee-validate"),
  one("svelte"),
  split("svelte-boxes", 4),
  one("lit-open"),
  { ...one("lit-closed"), closed: true },
  one("shoelace"),
  one("material-web"),
  { ...one("material-web-label"), asksForFocus: true },
  one("vaadin"),
  one("ionic"),
  { ...one("angular"), code: true },
  { ...area("solid"), code: true },
  one("alpine"),
  one("knockout"),
  split("mithril", 8),
  one("imask"),
  one("cleave"),
  one("inputmask"),
  one("maska"),
  area("codemirror"),
  area("quill"),
  area("trix"),
  area("plaintext-only"),
];
