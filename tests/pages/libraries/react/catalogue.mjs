/** @param {string} name */
const one = (name) => ({ name, entry: `react/${name}.jsx`, boxes: 1, digitsPerBox: 64, multiline: false });
/** @param {string} name */
const area = (name) => ({ ...one(name), multiline: true });
/**
 * @param {string} name
 * @param {number} boxes
 */
const split = (name, boxes) => ({ ...one(name), boxes, digitsPerBox: 64 / boxes });

/** Pages of React's libraries; the entry has the page's name. */
export const REACT_LIBRARIES = [
  one("input-otp"),
  one("mui-text-field"),
  split("antd-otp", 64),
  area("antd-text-area"),
  split("mantine-pin-input", 64),
  one("mantine-text-input"),
  split("react-otp-input", 64),
  one("react-imask"),
  one("react-number-format"),
  one("react-hook-form"),
  one("formik"),
  split("radix-otp", 64),
  one("base-ui-field"),
  one("react-aria-text-field"),
  one("react-bootstrap"),
  one("headless-ui"),
  split("boxes-of-2", 32),
  area("lexical"),
  area("slate"),
  area("tiptap"),
];
