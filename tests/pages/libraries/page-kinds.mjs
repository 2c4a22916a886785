/** What a catalogue says of a page: one field, an area, or boxes. `folder`: where its entries are; the page has the file's name. */
export function kindsIn(folder) {
  const one = (file) => ({
    name: file.slice(0, file.lastIndexOf(".")),
    entry: `${folder}/${file}`,
    boxes: 1,
    digitsPerBox: 64,
    multiline: false,
  });
  const area = (file) => ({ ...one(file), multiline: true });
  const split = (file, boxes) => ({ ...one(file), boxes, digitsPerBox: 64 / boxes });
  return { one, area, split };
}

/** It compiles text at run time, so its page alone allows it. */
export const code = (page) => ({ ...page, code: true });
