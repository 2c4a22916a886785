/** What the finder makes of the unseen wordings and should not: exact lists, to be changed with what changes them. */
import { LAYOUTS } from "./layouts.ts";

const EVERY = Object.keys(LAYOUTS);
const BOXES = EVERY.filter((layout) => layout.endsWith("16 boxes"));
const SINGLE = EVERY.filter((layout) => !BOXES.includes(layout));

const named = (kind: string, layouts: readonly string[], groups: readonly string[]) =>
  groups.flatMap((group) => layouts.map((layout) => `${kind}, ${group}, ${layout}`));

export const UNSEEN_MISSED: readonly string[] = [
  // 64 in words; boxes need no number.
  ...named("unseen restore", SINGLE, ["en: End-to-end encrypted backup / Backup encryption key"]),
  ...named("unseen restore", EVERY, [
    "hi: फिर से स्वागत है / एन्क्रिप्शन की",
    "hi: अपने मैसेज वापस लाएँ / की पेस्ट करें",
    "ru: С возвращением / Ключ шифрования",
    "de: Willkommen zurück / Verschlüsselungsschlüssel",
    "tr: Tekrar hoş geldiniz / Şifreleme anahtarı",
    "fr: Bon retour parmi nous / Clé de chiffrement",
  ]),
];

/** Boxes need not be named, and these stand under words of a backup and its key. Single fields: none. */
export const UNSEEN_FALSELY_OFFERED: readonly string[] = named("unseen other", BOXES, [
  "en: Still can't restore your backup? / Describe the problem",
  "en: Search / Search help",
  "hi: बैकअप रीस्टोर नहीं हो रहा? / आपका मैसेज",
  "pt: Não conseguiu restaurar o backup? / Sua mensagem",
  "id: Gagal memulihkan cadangan? / Pesan Anda",
  "es: ¿No pudiste restaurar la copia de seguridad? / Tu mensaje",
  "es: Ponle nombre a tu copia de seguridad / Nombre de la copia",
  "ru: Не удалось восстановить копию? / Ваше сообщение",
  "ar: تعذرت استعادة النسخة الاحتياطية؟ / رسالتك",
  "ar: بحث / ابحث في المساعدة",
  "de: Backup lässt sich nicht wiederherstellen? / Deine Nachricht",
  "tr: Yedek geri yüklenemedi mi? / Mesajınız",
  "it: Non riesci a ripristinare il backup? / Il tuo messaggio",
  "it: Dai un nome al backup / Nome del backup",
  "fr: Impossible de restaurer la sauvegarde ? / Votre message",
]);
