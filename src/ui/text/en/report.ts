/** What a page says when something failed unexpectedly, and the buttons for the report about it. */
export const reportText = {
  actFailed: "Something went wrong. Try again, or copy the report from Help.",
  broken: "Something went wrong",
  reload: "Reload this page. Everything you saved is still there.",
  copied: "The report is on the clipboard.",
};

export const reportPress = { reload: "Reload", copy: "Copy report" };
