/**
 * The words by which a form says what it asks for, in the 30 languages with most users of WhatsApp. A page is
 * read by all of them: what it says of its own language is not believed.
 *
 * Each entry is a list of words, `|` between them; `@` stands for any letters that go on.
 */

export type Kind =
  | "key"
  | "backup"
  | "size"
  | "limit"
  | "shortCode"
  | "password"
  | "making"
  | "confirming"
  | "fresh"
  | "again"
  | "otherSecret"
  | "naming"
  | "writing";

/** How the words for digits and characters begin. */
const UNITS = [
  "dig|díg|char|car|kar|cif|chi|han|bas|stel|zei|zif|hex|num|núm|zahl|let|буквы|знач|цифр|симв|знак|अंक|अक्षर|رقم|أرقام|حرف|خان",
  "aksara|આંકડ|ਨੰਬਰ|cijfer|tek|cyfr|znak|tarakimu|herufi|অঙ্ক|সংখ্যা|ডিজিট|অক্ষর|అంక|అక్షర|இலக்க|எழுத்|અંક|અક્ષર|ಅಂಕ|ಅಕ್ಷರ|അക്ക|അക്ഷര|ਅੰਕ|ਅੱਖਰ",
  "ہندس|حرو|نویس|کاراکتر|ספרות|תווים|位|[个個]",
].join("|");

const WORDS: Record<Kind, readonly string[]> = {
  key: [
    "keys?|chaves?|claves?|llaves?|chiav[ei]|cl(?:é|ef)s?|@schlüssel@",
    "कुंजी@|कुंजियों",
    "kunci@|anahtar@",
    "ключ@",
    "[وبل]?(?:ال|لل)?مفتاح@",
    "kekunci|@sleutels?|klucz@|chei[ae]|cheii|ufunguo|funguo|susi",
    "চাবি@|कळ|किल्ली|चावी",
    "కీ@|తాళం@|விசை@|சாவி@|કી|ચાવી@|ಕೀ@|ಕೀಲಿ@|കീ@|താക്കോ@|ਕੁੰਜੀ@|ਚਾਬੀ",
    "کلید@|کنجی@|چابی|[הבלמ]{0,2}מפתח@|@(?:密[钥鑰匙]|金鑰)@",
    // In four languages the same letters mean "of" or "what": only with what makes them a key's.
    "(?:এনক্রিপশন|ডিজিটের|সংখ্যার|অক্ষরের|ব্যাকআপের|আপনার) কী@|(?:एन्क्रिप्शन|अंकी|अंकांची|अक्षरांची|बॅकअपची|तुमची) की",
    "(?:एन्क्रिप्शन|अंकों की|अंकों वाली|अंकीय|बैकअप की|अपनी|आपकी) की|की पेस्ट|(?:ਇਨਕ੍ਰਿਪਸ਼ਨ|ਬੈਕਅੱਪ ਦੀ|ਅੱਖਰਾਂ ਦੀ|ਵਾਲੀ|ਆਪਣੀ|ਤੁਹਾਡੀ) ਕੀ|انکرپشن کی",
  ],
  backup: [
    "back-?ups?|backed up|restor@|restaur@|recover@|recuper@|récupér@|sauvegard@|ripristin@|wiederher@|@sicherung@|respald@",
    "chat history|chatverlauf@|hist[oó]r\\S+ d\\S+ (?:chats|conversas|discussions)|cronologia (?:delle )?chat",
    "riwayat chat|c[oó]pias? de segur@|(?:tu|esta|la) copia|cadang@|[pm]e?mulih@|pulih@|yede[kğ]@|geri yükle@|sohbet geçmiş@",
    "बैकअप|रीस्टोर|पुनर्स्थापित|बहाल",
    "копи[ийяю]|бэкап@|резервн@|восстан@|истори@ чатов",
    "(?:ال)?احتياطي@|[لب]?(?:ال)?نسخ(?:ة|ت@)|[لب]?است(?:عاد|رداد|رجاع)@",
    "sandar@|dipulihkan|herstel@|terugzet@|reservekopie@|kopi[aęi] zapasow@|przywr@|odzysk@|copi@ de rezerv@",
    "(?:nakala|hifadhi) rudufu|chelezo|(?:ku)?rejesh@|i-?backup|(?:pag|na|i|ma)-?restore|(?:ma)?ibalik|копі[яїюй]|віднов@|бекап@|поверн@",
    "ব্যাক ?আপ@|রিস্টোর@|পুনরুদ্ধার@|बॅकअप@|रिस्टोअर|पुनर्संचयित@|బ్యాకప్@|పునరుద్ధర@|రీస్టోర్@|காப்புப்@|பேக்கப்@|பேக்அப்@|மீட்ட@|மீட்டெ@",
    "બેકઅપ@|રીસ્ટોર@|પુનઃ?સ્થાપિત@|ಬ್ಯಾಕಪ್@|ಬ್ಯಾಕ್ಅಪ್@|ಮರುಸ್ಥಾಪ@|ಮರುಪಡೆ@|ರಿಸ್ಟೋರ್@|ബാക്കപ്പ@|ബാക്കപ്@|ബാക്ക്അപ്@|പുനഃ?സ്ഥാപി@|വീണ്ടെടു@",
    "ਬੈਕਅੱ?ਪ@|ਰੀਸਟੋਰ@|ਬਹਾਲ|بیک ?اپ@|بحال@|ریسٹور|پشتیبان@|بازیابی@|بازگردان@|[הול]{0,2}גיבוי@|ל?שח[וז]ר@|@(?:备份|備份|恢[复復]|[还還]原|找回)@",
  ],
  // 64 as the size of a thing,
  size: [`64[ -]?(?:[\\p{L}-]+ )?(?:${UNITS})@|(?:${UNITS})@ 64`],
  // and as the most that a field takes: names of groups have such counters and limits.
  limit: [
    "\\p{N}+ ?/ ?64|(?:up to|at most|max@|no more than|limit@|hasta|máx@|até|bis zu|höchstens|jusqu['’]à|au plus|fino a|до|не более|макс@)\\.?:? 64",
    "(?:en fazla|en çok|hingga|maks@|अधिकतम|حتى|بحد أقصى|حد@|tot|do|până la|hanggang|hadi|sehingga|най@|সর্বোচ্চ|कमाल|గరిష్ట@|அதிகபட்ச@|મહત્તમ|ಗರಿಷ್ಠ|പരമാവധി|ਵੱਧ ਤੋਂ ਵੱਧ|زیادہ سے زیادہ|حداکثر|עד|最多|不超过|不超過):? ?64",
  ],
  shortCode: [
    "pin|otp|one[- ]time|(?:security|login|verif@|confirm@) codes?|(?:bestätigungs|sicherheits)code@",
    // A number of digits or characters other than 64.
    `(?:4|5|6|8|10|40)[ -]?(?:${UNITS})@`,
    "[ck][oó]d\\S* (?:d[ei] )?(?:v[eé]rif|conf)@|doğrulama kod@",
    "पिन|सत्यापन कोड|пин@|код@ подтверждения|رمز (?:ال)?(?:تحقق|تأكيد)@",
    "পিন|पिन|పిన్|பின்(?: குறியீ@)?|પિન|ಪಿನ್|പിൻ|ਪਿੰ?ਨ|پن|پین|@(?:验证码|驗證碼)@|קוד אימות",
  ],
  password: [
    "passwor[dt]@|wachtwoord@|contraseñas?|senhas?|mots? de passe|kata (?:sandi|laluan)|parol[aă]@|şifre(?:n|s)i@|hasł@|nenosiri|парол[яьюе]@",
    "पासवर्ड@|পাসওয়ার্ড@|పాస్‌?వర్డ్@|கடவுச்சொல்@|પાસવર્ડ@|ಪಾಸ್‌?ವರ್ಡ್@|പാസ്‌?വേഡ@|ਪਾਸਵਰਡ@|پاس ?ورڈ|رمز عبور|گذرواژه|كلمة (?:ال)?(?:مرور|سر)|סיסמ@|@密[码碼]@",
  ],
  making: [
    "turn on|switch on|crea@|cri(?:ar|e)|cré@|gener@|génér@|save|salv@|set (?:up|an?|your|the)|choose|enregistr@|guard(?:ar|e|a)",
    "a[ck]ti[vf]@|ativ@|attiva@|erstell@|speicher@|einricht@|buat|simpan@|hasilkan|oluştur@|kaydet@|etkin@",
    "बनाए@|जनरेट|सेव|सहेजें|चालू|созда@|сохран@|включ@|ل?إنشاء@|أنشئ|ا?ل?حفظ@|ل?تفعيل@",
    "maak(?: een)?|aanmaken|maken|instel@|inschakel@|utw[oó]rz@|tworz@|zapisz@|włącz@|ustaw@|unda|tengeneza|washa|gumawa|likhain|i-?on|створ@|збере@|увімк@|jana|cipta|hidupkan",
    "তৈরি|চালু|সেভ|तयार|चालू|जतन|సృష్టి@|ఆన్|உருவாக்@|இயக்@|બનાવ@|ચાલુ|સાચવ@|ರಚಿಸ@|ಆನ್|സൃഷ്ടി@|ഓണാ@|ਬਣਾ@|ਚਾਲੂ|بنائ@|آن کریں|ایجاد|ساخت@|فعال@|ליצור|יצירת|צור|הפעל@|שמור|שמירת|@(?:创建|建立|生成|产生|產生|开启|開啟|启用|啟用|设置|設定|保存|儲存)@",
    "gemaakt|روشن",
  ],
  // What such a dialog says below a heading that does not: confirm it,
  confirming: [
    "generate (?:a|the|your)|(?:will|'ll|’ll) (?:create|generate)|confirm@|konfirm@|bevestig@|bestätig@|conferm@|onayla@|potwierd@",
    "подтвер@|підтвер@|(?:ku)?thibitish@|(?:menge|penge)?sahkan|pengesahan|pastikan|kumpirm@|पुष्टि@|निश्चित|নিশ্চিত|నిర్ధార@|உறுதி@|પુષ્ટિ|ದೃಢ@|സ്ഥിരീകരി@|ਪੁਸ਼ਟੀ",
    "(?:ل|لل|ال)?تأكيد@|تأیید|تصدیق|לאשר|אישור|@(?:确认|確認)@",
  ],
  // or both that the key is new and that it is to be entered again.
  fresh: [
    "new|(?<!d[ei] )(?:nov[ao]|nuev[ao]|nuov[aoi])s?|neue[nrs]?|yeni|(?<!(?:de|à) )nouve(?:au|lle)s?|нов@|جديد@|جدید|baru|baharu|nieuwe?|mpya|now[yae]@|(?<!din )nou[aă]?|bago@",
    "नया|नयी|नई|नवीन|নতুন|కొత్త@|புதிய|નવી|નવું|ಹೊಸ|പുതിയ|ਨਵੀਂ|نئی|חדשה?|@新@",
  ],
  again: [
    "again|once more|repeat@|re-?enter|retype|de nuevo|otra vez|vuelve a|repet@|repit@|novamente|de novo|sekali lagi|ulangi|снова|ещё раз|еще раз|повтор@",
    "noch ?(?:ein)?mals?|noch einmal|erneut|wiederhol@|tekrar@|yeniden|di nuovo|nuovamente|ripet@|à nouveau|de nouveau|répét@|ressais@|nog ?(?:eens|maals)|opnieuw|herhaal@",
    "ponownie|jeszcze raz|powt[oó]rz@|din nou|muli|ulitin|tena|rudia|ще раз|знову|مرة (?:أخرى|ثانية)|مجدد@|دوباره|دوبارہ|שוב|दोबारा|फिर से|दोहरा@|আবার|পুনরায়",
    "पुन्हा|మళ్లీ|மீண்டும்|ફરીથી|ફરી|ಮತ್ತೊಮ್ಮೆ|ಮತ್ತೆ|വീണ്ടും|ਦੁਬਾਰਾ|ਮੁੜ|@(?:再次|重新|重复|重複)@",
  ],
  otherSecret: [
    "hash@|tokens?|api|sha-?\\d*|checksum|(?:public|product|security|username|secret|access|sort|primary|shortcut) keys?|shortcuts?",
    "priv(?:at|ad|é)@|wallets?|portefeuille@|seed|pass-?keys?|wi-?fi|@li[cz]en[csz]@",
    "kunci aplikasi|лиценз@|хеш@|кошел@|приватн@|محفظ@|moned@|carte[ir]@|cüzdan@",
    "portfel@|portofel@|dompet|licencj@|ліценз@|гаман@|ওয়ালেট@|वॉलेट@|వాలెట్@|வாலட்@|வாலெட்@|વૉલેટ@|ವ್ಯಾಲೆಟ್@|വാലറ്റ@|ਵਾਲਿਟ@|والیٹ@|کیف پول|ארנק@|רישיון|@(?:钱包|錢包|私钥|私鑰|许可证|授權|授权|校验|校驗|令牌|权杖|權杖)@",
    "உரிம@",
  ],
  // What a person calls the key, or writes about it.
  naming: [
    "(?:nick|file)?names?|labels?|titles?|not[ea]|notiz@|comments?|descriptions?|reminders?|hints?",
    "nom|nomes?|nombres?|nomi|nama|ad[ıi]|@bezeichnung@|@namen?|titre|t[ií]tulo|titolo|titel|judul|başlık@",
    "etiqueta|rótulo|label|etichetta|étiquette|etiket@|catatan@|descri[cpz]@|beschreibung|keterangan|açıklama@",
    "नाम|लेबल|शीर्षक|टिप्पणी|имя|названи@|метк@|заметк@|примечани@|описани@|(?:ال)?اسم|(?:ال)?عنوان|ملاحظ@|(?:ال)?تسمية",
    "@naam|nazw@|nume|numele|jina|pangalan|назв@|ім['’ʼ]я|nota@|opis@",
    "নাম|नाव|लेबल|పేరు|பெயர்|નામ|ಹೆಸರು|പേര്|ਨਾਮ|ਨਾਂ|نام|שם|@(?:名称|名稱|姓名|标签|標籤)@",
  ],
  // What a person writes to somebody, or looks for.
  writing: [
    "phones?|e-?mails?|messages?|problems?|problem[aă]s?|problème@|questions?|search@|mensa[jg]@|nachricht@|messaggi@|bericht@|wiadomoś@|mesaj@",
    "mesej@|pesan@|masalah@|sorun@|tatizo|ujumbe|mensahe|сообщени@|проблем@|повідомл@|مشكل@|رسال@|رسائل|بحث|ابحث|مسئلہ|پیغام",
    "مشکل|پیام|یادداشت|בעי@|הודע@|मैसेज|मेसेज|संदेश|समस्या@|मदद|বার্তা|মেসেজ|সমস্যা@|సందేశ@|సమస్య@|செய்தி@|மெசேஜ்|பிரச்ச@",
    "குறிப்பு@|સંદેશ@|સમસ્યા@|ಸಂದೇಶ@|ಸಮಸ್ಯೆ@|സന്ദേശ@|പ്രശ്ന@|ਸੁਨੇਹਾ|ਸਮੱਸਿਆ@|ਨੋਟ|@(?:留言|消息|訊息|问题|問題)@",
  ],
};

/** Neither letters nor the marks that belong to them, nor digits, beside a word. */
const LETTER = "[\\p{L}\\p{M}\\p{N}]";

function compile(words: readonly string[]): RegExp {
  const any = words.join("|").replaceAll("@", "[\\p{L}\\p{M}]*");
  return new RegExp(`(?<!${LETTER})(?:${any})(?!${LETTER})`, "giu");
}

const compiled = new Map(Object.entries(WORDS).map(([kind, words]) => [kind, compile(words)]));
const NOTHING = /(?!)/;
const wordsOf = (kind: Kind): RegExp => compiled.get(kind) ?? NOTHING;

/** @param text - with western digits, see `western` in score.ts. */
export function has(kind: Kind, text: string): boolean {
  return text.search(wordsOf(kind)) >= 0;
}

/** The text without what this kind of words says. */
export function without(kind: Kind, text: string): string {
  return text.replace(wordsOf(kind), " ");
}
