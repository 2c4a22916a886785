/** What a page says when something failed that nobody expected, and of the report about it. */
export const reportText = {
  actFailed: "Something went wrong. Try again, or copy a report from Help.",
  broken: "Something went wrong",
  reload: "Reload this page. Everything you saved is still there.",
  copied: "The report is on the clipboard.",
};

export const reportPress = { reload: "Reload", copy: "Copy report" };
