export type RestoreWords = Record<
  "title" | "text" | "label" | "button" | "create" | "createText" | "pin",
  string
>;
export const LANGUAGES: Record<string, RestoreWords>;
