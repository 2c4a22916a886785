/** Pages of React's libraries; `entry` beside this file. */
export const REACT_LIBRARIES = [
  { name: "input-otp", entry: "react/input-otp.jsx", boxes: 1, digitsPerBox: 64, multiline: false },
];
