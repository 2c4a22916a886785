export type LibraryPage = {
  name: string;
  entry: string;
  boxes: number;
  digitsPerBox: number;
  multiline: boolean;
  code?: boolean;
  closed?: boolean;
  digitsOnly?: boolean;
  asksForFocus?: boolean;
};
export const LIBRARY_PAGES: readonly LibraryPage[];
export const UNSEEN_LIBRARIES: readonly LibraryPage[];
export const UNSEEN2_LIBRARIES: readonly LibraryPage[];
export const UNSEEN3_LIBRARIES: readonly LibraryPage[];
export const UNSEEN4_LIBRARIES: readonly LibraryPage[];
export const UNSEEN5_LIBRARIES: readonly LibraryPage[];
export const LIBRARY_CAUSES: Record<"input-otp" | "lexical" | "lit-open" | "lit-closed", string>;
