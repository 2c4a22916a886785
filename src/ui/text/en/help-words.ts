// cspell:ignore dont
/**
 * The words that the search of *Help* knows beside those of its topics. A small table rather than a library of
 * full-text search: about thirty topics need no index, and no library knows that a mobile is a phone.
 */
export const helpWords = {
  /** Say nothing about what happened, unless nothing else is typed. */
  fillers:
    "a about after again all also am an and any are as at be been but by can did do does for from get got had has have help how i if im in is it its ive just me my now of off on or our out please really said say says so some still than that the them then there these they this those to too up was we were what whatsapp when where which who why will with would you your".split(
      " ",
    ),
  /** Words of one meaning, a line each; any form of a word stands for all its forms. */
  same: [
    "phone mobile cell handset smartphone cellphone device iphone android",
    "stolen steal stole thief burglar theft robbed snatched took",
    "lost lose losing misplaced missing disappeared vanished gone",
    "broken broke dead fell dropped destroyed smashed water drowned cracked",
    "reset wiped erased formatted factory",
    "wrong incorrect invalid false mistaken refused rejects rejected",
    "match fit belong correspond",
    "key code digits hex hexadecimal characters",
    "damaged corrupt corrupted unreadable broken",
    "password passcode pin",
    "attempt try guess chance",
    "allow permit permission access grant",
    "deny denied refuse refused forbid decline dont",
    "public shared posted pasted published leaked exposed seen sent shown uploaded forum group",
    "restore recover retrieve",
    "reinstall reinstalled install installed",
    "extension addon browser sixtyfour",
    "screenshot photo picture image",
    "forgot forgotten forget remember recall",
    "number sim",
    "account google gmail icloud apple",
    "space storage memory full",
    "stuck hang frozen loading waiting",
    "read decipher legible illegible",
    "file folder document",
    "old older previous former earlier",
    "linked associated connected",
  ].map((line) => line.split(" ")),
};
