/**
 * Text that is dragged out of one of our pages carries a mark, which the browser takes along into any window. A box
 * that asks for something from elsewhere can tell by it that the text is ours.
 */
const OWN = "application/x-sixtyfour-own";

export function markOwnDrag({ dataTransfer }: DragEvent): void {
  dataTransfer?.setData(OWN, "1");
}

export function isOwnDrag({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes(OWN) ?? false;
}
