/** What the finder makes of the corpus and should not: exact lists, to be changed with what changes them. */
import { LAYOUTS } from "./layouts.ts";

const EVERY = Object.keys(LAYOUTS);
const BOXES = EVERY.filter((layout) => layout.endsWith("16 boxes"));
const SINGLE = EVERY.filter((layout) => !BOXES.includes(layout));

const named = (kind: string, layouts: readonly string[], groups: readonly string[]) =>
  groups.flatMap((group) => layouts.map((layout) => `${kind}, ${group}, ${layout}`));

/** Boxes that make 64 are believed in any words but those against it; of fields none is offered. None is missed. */
export const MISJUDGED: readonly string[] = named("OTHER_FIELDS", BOXES, [
  "en: Key facts / Key facts",
  "en: Piano lesson / Number of keys",
  "en: Add a song / Key",
  "de: Schlüsseldienst / Straße",
]);

/** Missed: 64 in words, in a field for anything. None is offered falsely. */
export const MISJUDGED_UNSEEN: readonly string[] = named(
  "unseen restore",
  SINGLE.filter((layout) => layout === "dialog beside a chat"),
  ["en: End-to-end encrypted backup / Backup encryption key"],
);

/** Missed: 64 in words. Offered falsely: boxes alone, for a message or a note; of 380 fields none. */
export const MISJUDGED_MORE: readonly string[] = [
  ...named(
    "more restore",
    SINGLE.filter((layout) => layout === "dialog beside a chat"),
    ["zh: 解密備份 / 備份金鑰"],
  ),
  ...named("more other", BOXES, [
    "bn: আমাদের সাথে যোগাযোগ করুন / সমস্যাটি বর্ণনা করুন",
    "mr: मदत हवी आहे? / तुमचा मेसेज",
    "te: మమ్మల్ని సంప్రదించండి / మీ సమస్యను వివరించండి",
    "ta: உதவி மையம் / உங்கள் மெசேஜ்",
    "ta: குறிப்பைச் சேர்க்கவும் / குறிப்பு",
    "gu: સપોર્ટનો સંપર્ક કરો / સમસ્યાનું વર્ણન કરો",
    "ml: സഹായം നേടുക / പ്രശ്നം വിവരിക്കുക",
    "pa: ਨੋਟ ਸ਼ਾਮਲ ਕਰੋ / ਨੋਟ",
    "ur: ہم سے رابطہ کریں / اپنا مسئلہ بیان کریں",
    "ms: Hubungi kami / Terangkan masalah anda",
    "nl: Nieuwe groep / Groepsnaam",
    "fa: تماس با ما / مشکل را شرح دهید",
    "fa: افزودن یادداشت / یادداشت",
    "sw: Wasiliana nasi / Eleza tatizo lako",
    "zh: 聯絡我們 / 描述您的問題",
    "ro: Contactează-ne / Descrie problema",
    "uk: Зв'язок із нами / Опишіть проблему",
  ]),
];
