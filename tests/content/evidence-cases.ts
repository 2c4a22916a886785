/**
 * What is evidence of a restore form, and what is not, in fields and boxes that nobody has seen. Styles stand in
 * `data-style`: the page's policy lets none stand in its HTML.
 */
const boxes = (count: number, attributes: string) => `<div>${`<input ${attributes}>`.repeat(count)}</div>`;
const dialog = (heading: string, text: string, fields: string) =>
  `<div role=dialog><h1>${heading}</h1><p>${text}</p>${fields}</div>`;
const field = (label: string, attributes = "") => `<label>${label} <input ${attributes}></label>`;
/** One field, and what a library draws of each digit. */
const slots = (count: number) => `<div><input ${OTP}>${"<i>_</i>".repeat(count)}</div>`;
const slotsBelow = (count: number) =>
  `<div><p>${"<i>_</i>".repeat(count)}</p><div><input ${OTP}></div></div>`;

const HEADING = "Enter your 64-digit encryption key";
/** What libraries of split boxes set for every use. */
const OTP = "autocomplete=one-time-code";
/** No language at all. */
const [STRANGE, WORDS] = ["Lorem ipsum dolor", "Sit amet, consectetur adipiscing elit."];

/**
 * Fields of a one-time code, in dialogs that speak of the key too. None is for the key, whoever points at it.
 */
export const REAL_CODES = [
  [
    "six boxes of a one-time code",
    dialog(HEADING, "First the code we sent.", boxes(6, `maxlength=1 ${OTP}`)),
  ],
  [
    "a verification code under the key's heading",
    dialog(HEADING, "", field("Verification code", `maxlength=64 ${OTP}`)),
  ],
  [
    "a one-time code without a name",
    dialog(
      "Restore your backup",
      "Enter the code we sent. Then have your 64-digit key ready.",
      `<input ${OTP}>`,
    ),
  ],
  ["a code of no language", dialog(STRANGE, WORDS, `<input maxlength=64 ${OTP}>`)],
  [
    "64 boxes of a verification code",
    dialog("Enter the verification code", WORDS, boxes(64, `maxlength=1 data-style='width:12px' ${OTP}`)),
  ],
  [
    "marked boxes among other fields",
    `<form><h2>${STRANGE}</h2>${field("Ipsum")}${boxes(16, `maxlength=4 ${OTP}`)}</form>`,
  ],
  ["a telephone number and a code", dialog(HEADING, "", field("Key", "autocomplete='tel one-time-code'"))],
] as const;

/** What it is, its HTML, how many boxes it has. */
export const OFFERED = [
  ["64 and a key, no backup", dialog(HEADING, "Type it below.", field("Key")), 1],
  ["the same in Spanish", dialog("Ingresa tu clave de 64 dígitos", "Escríbela abajo.", field("Clave")), 1],
  ["the same in Indonesian", dialog("Masukkan kunci 64 digit", "Ketik di bawah.", field("Kunci")), 1],
  ["the same in Arabic", dialog("أدخل مفتاحك المكوّن من 64 رقمًا", "اكتبه أدناه.", field("المفتاح")), 1],
  ["the same in Hindi", dialog("अपनी 64 अंकों वाली कुंजी डालें", "नीचे लिखें।", field("कुंजी")), 1],
  [
    "a key and a backup, room for 64",
    dialog("Restore chat history", "", field("Encryption key", "maxlength=64")),
    1,
  ],
  ["16 boxes of 4, in no language", dialog(STRANGE, WORDS, boxes(16, "maxlength=4")), 16],
  [
    "64 boxes of a telephone's keyboard",
    dialog(STRANGE, WORDS, boxes(64, "type=tel maxlength=1 data-style='width:12px'")),
    64,
  ],
  ["64 boxes of 1", dialog(STRANGE, WORDS, boxes(64, "maxlength=1 data-style='width:12px'")), 64],
  [
    "a box to tick in a dialog of its own",
    dialog(HEADING, "<b role=dialog>Link<input type=checkbox></b>", "<input>"),
    1,
  ],
  ["8 boxes of 8", `<form><h2>${STRANGE}</h2>${boxes(8, "maxlength=8")}</form>`, 8],
  ["4 boxes of 16", `<form><h2>${STRANGE}</h2>${boxes(4, "maxlength=16")}</form>`, 4],
  [
    "what a library calls its one field",
    dialog(HEADING, WORDS, "<input aria-label='verification input'>"),
    1,
  ],
  [
    "what a library calls its boxes",
    dialog(HEADING, WORDS, boxes(16, "maxlength=4 aria-label='OTP character'")),
    16,
  ],
  [
    "64 boxes that a library marks as a one-time code",
    dialog(
      HEADING,
      WORDS,
      boxes(64, `maxlength=1 data-style='width:12px' ${OTP} aria-label='Please enter OTP character 1'`),
    ),
    64,
  ],
  [
    "marked boxes in no language",
    dialog(STRANGE, WORDS, boxes(16, `maxlength=4 ${OTP} aria-label='verification input'`)),
    16,
  ],
  ["a marked field that is named as the key", dialog("Restore", "", field("64-digit backup key", OTP)), 1],
  ["a marked field under the key's heading", dialog(HEADING, WORDS, `<input ${OTP}>`), 1],
  [
    "a marked field named Key, 64 beside it",
    dialog("Restore your backup", "It has 64 digits.", field("Key", `maxlength=64 ${OTP}`)),
    1,
  ],
  [
    "a marked field without a name, and 64 slots beside it",
    dialog("Restore", "Enter your 64-digit key of the backup.", slots(64)),
    1,
  ],
  [
    "the same with the slots in a row of their own, and the field in a layer over it",
    dialog("Restore", "Enter your 64-digit key of the backup.", slotsBelow(64)),
    1,
  ],
  [
    "a field on a page whose style sheet stands beside it",
    `<main><h1>Restore</h1><p>Enter your 64-digit key.</p><div><style>${"b{top:0}".repeat(99)}</style><input></div></main>`,
    1,
  ],
  [
    "a page of the key with a closed dialog of help in it",
    `<main><h1>Restore chat history</h1><p>Enter your 64-digit key.</p>${field("Key")}<dialog><p>Where to find it</p></dialog></main>`,
    1,
  ],
  [
    "a page of the key with a dialog about cookies in it",
    `<main><h1>Restore chat history</h1><p>Enter your 64-digit key.</p>${field("Key")}<div role=dialog><p>Cookies</p></div></main>`,
    1,
  ],
  ...["Rich Text Editor. Editing area: main. Press Alt+0 for help.", "Please enter", "$t:inputField"].map(
    (name) =>
      [
        `what a library calls its field: ${name}`,
        dialog(HEADING, WORDS, `<input aria-label="${name}">`),
        1,
      ] as const,
  ),
  ["a placeholder that names nothing", dialog(HEADING, WORDS, "<input placeholder='Type here…'>"), 1],
  [
    "a field in which a mask stands",
    dialog("Restore your backup", "Enter your 64-digit key.", `<input value="${"____ ".repeat(16)}">`),
    1,
  ],
  ...[
    "0000 0000 …",
    "xxxx xxxx xxxx xxxx",
    "0a1b-2c3d-…",
    "0000...",
    "0–9, a–f",
    "•••• •••• •••• ••••",
    "0123456789abcdef".repeat(4),
  ].map(
    (picture) =>
      [
        `a field with a picture of what is expected: ${picture}`,
        dialog("Restore your backup", "Enter your 64-digit key.", `<input placeholder="${picture}">`),
        1,
      ] as const,
  ),
] as const;

export const REFUSED = [
  [
    "room for prose",
    `<form><h1>Contact us</h1><p>Describe your problem with restoring a backup or the 64-digit key.</p><textarea maxlength=640></textarea></form>`,
  ],
  [
    "a dialog that makes a key",
    dialog(
      "Turn on end-to-end encrypted backup",
      "Generate your 64-digit key, then enter it here to confirm that you saved it.",
      boxes(16, "maxlength=4"),
    ),
  ],
  [
    "an area to type in, below words of a problem with the key",
    `<form><h1>Contact us</h1><p>Describe your problem with restoring a backup or the 64-digit key.</p><textarea placeholder="Type here…"></textarea></form>`,
  ],
  ...["Enter code", "Your name", "Text message", "Value of the code", "验证码:6位", "PIN:6"].map(
    (name) =>
      [
        `a field that says more than that it is one: ${name}`,
        dialog("Restore", "The 64-digit backup key.", `<input placeholder="${name}">`),
      ] as const,
  ),
  ["a field that is not empty", dialog(HEADING, WORDS, "<input value='__1__'>")],
  ["a key in sight", dialog(STRANGE, "0a1b 2c3d ".repeat(8), boxes(16, "maxlength=4"))],
  [
    "a code, in what a library calls its field",
    dialog(
      "Enter the code we sent you",
      "Then you can restore your backup with your 64-digit key.",
      "<input aria-label='verification input'>",
    ),
  ],
  [
    "a marked field over six slots",
    dialog("Restore", "Enter your 64-digit key of the backup.", slotsBelow(6)),
  ],
  ["a marked field with six slots", dialog("Restore", "Enter your 64-digit key of the backup.", slots(6))],
  ["a field without a name behind a dialog of the key", `${dialog(HEADING, WORDS, "")}<p><input></p>`],
  [
    "a marked field with 64 elements beside it that nobody sees",
    dialog(
      "Restore your backup",
      "Enter the code we sent. Then have your 64-digit key ready.",
      `<div><input ${OTP}>${"<i hidden></i>".repeat(64)}</div>`,
    ),
  ],
  [
    "a verification code, asked for by a notice in the dialog",
    dialog(
      "Restore your backup with your 64-digit key",
      "First prove that it is you.",
      "<div role=alertdialog><h2>Enter the verification code</h2></div><input>",
    ),
  ],
  [
    "a PIN, asked for by a dialog's head before the field",
    "<main><h1>Restore your backup with your 64-digit key</h1><div role=dialog><h2>Enter your PIN</h2></div><p><input></p></main>",
  ],
  [
    "one field that is named OTP code",
    dialog(
      "Restore with your 64-digit backup key",
      "First the code we sent.",
      "<input aria-label='OTP code'>",
    ),
  ],
  [
    "a new key, asked for again by a notice in the dialog",
    dialog(
      "64-digit backup key",
      "Your backup is encrypted.",
      "<div role=alertdialog><h2>Save your key</h2></div><input>",
    ),
  ],
  ["a counter", dialog("New group", "0/64", field("Name of the backup group", "maxlength=64"))],
  [
    "boxes among other fields",
    `<form><h2>${STRANGE}</h2>${field("Ipsum")}${boxes(16, "maxlength=4")}</form>`,
  ],
  ["boxes in no dialog or form", `<main><h2>${STRANGE}</h2>${boxes(16, "maxlength=4")}</main>`],
  ["boxes that do not tell their length", dialog(STRANGE, WORDS, boxes(16, ""))],
  ["boxes for a wallet", dialog("Import a wallet", WORDS, boxes(16, "maxlength=4"))],
  ["boxes for a card", dialog("Card number", WORDS, boxes(4, "maxlength=4"))],
  [
    "boxes of a crossword",
    dialog("Puzzle of the day", "Across: a flower.", boxes(64, "maxlength=1 data-style='width:12px'")),
  ],
  ["boxes under a question, in no language", dialog(`${STRANGE}?`, WORDS, boxes(16, "maxlength=4"))],
  [
    "boxes for a backup's password",
    dialog(
      "Przywróć kopię zapasową",
      "Ma hasło, a nie 64-cyfrowy klucz.",
      boxes(16, "maxlength=4 aria-label=Hasło"),
    ),
  ],
  ["six digits", dialog("Enter the 6-digit code", WORDS, boxes(6, "maxlength=1"))],
  ...REAL_CODES,
  [
    "boxes of a telephone's keyboard with four each",
    dialog(HEADING, WORDS, boxes(16, "type=tel maxlength=4")),
  ],
  ["64 boxes for numbers", dialog(HEADING, WORDS, boxes(64, "type=tel inputmode=numeric maxlength=1"))],
  ["six telephone boxes", dialog(HEADING, WORDS, boxes(6, "type=tel maxlength=1"))],
  ["a telephone", dialog(HEADING, WORDS, field("Key", "type=tel maxlength=64"))],
  ["64 password boxes", dialog(HEADING, WORDS, boxes(64, "type=password maxlength=1"))],
  // Pictures of a code, a card, a licence, a link code, a 40-character code; and words.
  ...[
    "000000",
    "123 456",
    "0000 0000 0000 0000",
    "xxxx-xxxx",
    "XXXXX-XXXXX-XXXXX-XXXXX-XXXXX",
    "xxxx ".repeat(10),
    "+00 000 000…",
    "00/00/0000",
    "Decade…",
    "Add a face",
  ].map(
    (picture) =>
      [
        `a field with a picture of something else: ${picture}`,
        dialog("Restore your backup", "Have your 64-digit key ready.", `<input placeholder="${picture}">`),
      ] as const,
  ),
  ...["PIN", "Card number", "Licence key", "Private key", "Checksum", "Group name", "Verification code"].map(
    (name) =>
      [
        `a picture of a key beside a name: ${name}`,
        dialog("Restore your backup", "The 64-digit key.", field(name, "placeholder='xxxx xxxx xxxx xxxx'")),
      ] as const,
  ),
] as const;
