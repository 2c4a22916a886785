/** Pages of libraries whose forms our script does not offer by itself: in which looks, and why. */

const EACH = ["00", "01", "02", "10", "11", "12", "20", "21", "22"];
const LABEL_OVER = "the label lies over a field that is not transparent";

/** `looks`: wording and structure. All but the password boxes should be offered. */
export const NOT_OFFERED: Record<string, { looks: readonly string[]; why: string }> = {
  "primereact-password": { looks: EACH, why: "a password box, to be pointed at" },
  "web-awesome": { looks: EACH, why: "a password box, to be pointed at" },
  "corvu-otp": { looks: EACH, why: "it is clipped for the marks of password managers" },
  "angular-material": { looks: ["00", "01", "02", "10", "12"], why: LABEL_OVER },
  framework7: { looks: EACH, why: LABEL_OVER },
  "react-verification-input": {
    looks: ["01", "11", "21"],
    why: "no name of its own, on a page without a dialog",
  },
  "mantine-text-input": { looks: ["21"], why: "not known" },
};
