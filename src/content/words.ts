/**
 * The words by which a form says what it asks for, in the languages of the markets where WhatsApp announced its
 * encrypted backups. A page is read by all of them: what it says of its own language is not believed.
 *
 * Each entry is a list of words, `|` between them; `@` stands for any letters that go on.
 */

export type Kind = "key" | "backup" | "shortCode" | "making" | "otherSecret" | "naming";

const WORDS: Record<Kind, readonly string[]> = {
  key: [
    "keys?|chaves?|claves?|llaves?|chiav[ei]|cl(?:é|ef)s?|@schlüssel@",
    "कुंजी@|कुंजियों",
    "kunci@|anahtar@",
    "ключ@",
    "[وبل]?(?:ال|لل)?مفتاح@",
  ],
  backup: [
    "back-?ups?|backed up|restor@|restaur@|recover@|recuper@|récupér@|sauvegard@|ripristin@|wiederher@|@sicherung@|respald@",
    "chat history|chatverlauf@|hist[oó]r\\S+ d\\S+ (?:chats|conversas|discussions)|cronologia (?:delle )?chat",
    "riwayat chat|c[oó]pias? de segur@|(?:tu|esta|la) copia|cadang@|[pm]e?mulih@|pulih@|yede[kğ]@|geri yükle@|sohbet geçmiş@",
    "बैकअप|रीस्टोर|पुनर्स्थापित|बहाल",
    "копи[ийяю]|бэкап@|резервн@|восстан@|истори@ чатов",
    "(?:ال)?احتياطي@|[لب]?(?:ال)?نسخ(?:ة|ت@)|[لب]?است(?:عاد|رداد|رجاع)@",
  ],
  shortCode: [
    "pin|otp|one[- ]time|(?:security|login|verif@|confirm@) codes?|(?:bestätigungs|sicherheits)code@",
    // A number of digits or characters other than 64.
    "(?:4|5|6|8|10|40)[ -]?(?:dig|díg|char|car|kar|cif|chi|han|bas|stel|zei|zif|знач|цифр|симв|अंक|رقم|أرقام|حرف)@",
    "[ck][oó]d\\S* (?:d[ei] )?(?:v[eé]rif|conf)@|doğrulama kod@",
    "पिन|सत्यापन कोड|пин@|код@ подтверждения|رمز (?:ال)?(?:تحقق|تأكيد)@",
  ],
  making: [
    "crea@|cri(?:ar|e)|cré@|gener@|génér@|save|salv@|set (?:up|an?|your|the)|choose|enregistr@|guard(?:ar|e|a)",
    "a[ck]ti[vf]@|ativ@|attiva@|erstell@|speicher@|einricht@|buat|simpan@|hasilkan|oluştur@|kaydet@|etkin@",
    "बनाए@|जनरेट|सेव|सहेजें|चालू|созда@|сохран@|включ@|ل?إنشاء@|أنشئ|ا?ل?حفظ@|ل?تفعيل@",
  ],
  otherSecret: [
    "hash@|tokens?|api|sha-?\\d*|checksum|(?:public|product|security|username|secret|access|sort|primary) keys?",
    "priv(?:at|ad|é)@|wallets?|portefeuille@|seed|pass-?keys?|wi-?fi|@li[cz]en[csz]@",
    "kunci aplikasi|лиценз@|хеш@|кошел@|приватн@|محفظ@|moned@|carte[ir]@|cüzdan@",
  ],
  // What a person calls the key, or writes about it.
  naming: [
    "(?:nick|file)?names?|labels?|titles?|not[ea]|notiz@|comments?|descriptions?|reminders?|hints?",
    "nom|nomes?|nombres?|nomi|nama|ad[ıi]|@bezeichnung@|@namen?|titre|t[ií]tulo|titolo|titel|judul|başlık@",
    "etiqueta|rótulo|label|etichetta|étiquette|etiket@|catatan@|descri[cpz]@|beschreibung|keterangan|açıklama@",
    "नाम|लेबल|शीर्षक|टिप्पणी|имя|названи@|метк@|заметк@|примечани@|описани@|(?:ال)?اسم|(?:ال)?عنوان|ملاحظ@|(?:ال)?تسمية",
  ],
};

/** Neither letters nor the marks that belong to them, nor digits, beside a word. */
const LETTER = "[\\p{L}\\p{M}\\p{N}]";

function compile(words: readonly string[]): RegExp {
  const any = words.join("|").replaceAll("@", "[\\p{L}\\p{M}]*");
  return new RegExp(`(?<!${LETTER})(?:${any})(?!${LETTER})`, "iu");
}

const compiled = new Map(Object.entries(WORDS).map(([kind, words]) => [kind, compile(words)]));

/** @param text - with western digits, see `western` in score.ts. */
export function has(kind: Kind, text: string): boolean {
  return compiled.get(kind)?.test(text) === true;
}
