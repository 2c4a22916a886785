/** What the app version of files locked here begins with: it tells them from WhatsApp's. */
export const OUR_VERSION_MARK = "Sixtyfour ";
