export type LibraryPage = {
  name: string;
  entry: string;
  boxes: number;
  digitsPerBox: number;
  multiline: boolean;
  code?: boolean;
};
export const LIBRARY_PAGES: readonly LibraryPage[];
