/** Pages of every other framework's libraries; `entry` beside this file. */
export const OTHER_LIBRARIES = [
  { name: "vue", entry: "others/vue.js", boxes: 16, digitsPerBox: 4, multiline: false },
  { name: "svelte", entry: "others/svelte.js", boxes: 1, digitsPerBox: 64, multiline: false },
];
