/** Pages of libraries whose forms our script does not offer by itself: in which looks, and why. */

const EACH = ["00", "01", "02", "10", "11", "12", "20", "21", "22"];

/** `looks`: wording and structure. All but the password boxes should be offered. */
export const NOT_OFFERED: Record<string, { looks: readonly string[]; why: string }> = {
  "primereact-password": { looks: EACH, why: "a password box, to be pointed at" },
  "web-awesome": { looks: EACH, why: "a password box, to be pointed at" },
  "arco-code": {
    looks: ["00", "01", "10", "11", "20", "21"],
    why: "64 boxes that are not all in sight",
  },
  varlet: { looks: EACH, why: "its library marks every field as a new password" },
  tagify: { looks: EACH, why: "its library calls it a field for tags, and makes one of the key" },
};

/** Offered, but not filled: nothing is left in them, and the popup says so. */
export const NOT_FILLED: Record<string, { outcome: string; why: string }> = {
  // cspell:ignore beercss
  beercss: { outcome: "field-not-usable", why: "its label lies over the field with the focus too" },
};
