/**
 * What a catalogue says of a page: one field, an area, or boxes.
 *
 * @param {string} folder - where its entries are; the page has the file's name.
 */
export function kindsIn(folder) {
  /** @param {string} file */
  const one = (file) => ({
    name: file.slice(0, file.lastIndexOf(".")),
    entry: `${folder}/${file}`,
    boxes: 1,
    digitsPerBox: 64,
    multiline: false,
  });
  /** @param {string} file */
  const area = (file) => ({ ...one(file), multiline: true });
  /**
   * @param {string} file
   * @param {number} boxes
   */
  const split = (file, boxes) => ({ ...one(file), boxes, digitsPerBox: 64 / boxes });
  return { one, area, split };
}

/**
 * It compiles text at run time, so its page alone allows it.
 *
 * @template {object} T
 * @param {T} page
 */
export const code = (page) => ({ ...page, code: true });
