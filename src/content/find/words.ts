/**
 * The words by which a form says what it asks for, in the 30 languages with most users of WhatsApp. A page is
 * read by all of them: what it says of its own language is not believed.
 *
 * Each entry is a list of words, `|` between them; `@` stands for any letters that go on.
 */

export type Kind =
  | "key"
  | "backup"
  | "restore"
  | "opening"
  | "size"
  | "limit"
  | "shortCode"
  | "password"
  | "making"
  | "confirming"
  | "fresh"
  | "again"
  | "made"
  | "keep"
  | "assure"
  | "otherSecret"
  | "naming";

/** How the words for digits and characters begin. */
const UNITS = [
  "dig|díg|char|car|kar|cif|chi|han|bas|stel|zei|zif|hex|num|núm|zahl|let|буквы|знач|цифр|симв|знак|अंक|अक्षर|رقم|أرقام|حرف|خان",
  "aksara|આંકડ|ਨੰਬਰ|cijfer|tek|cyfr|znak|tarakimu|herufi|অঙ্ক|সংখ্যা|ডিজিট|অক্ষর|అంక|అక్షర|இலக்க|எழுத்|અંક|અક્ષર|ಅಂಕ|ಅಕ್ಷರ|അക്ക|അക്ഷര|ਅੰਕ|ਅੱਖਰ",
  "ہندس|حرو|نویس|کاراکتر|ספרות|תווים|位|[个個]",
].join("|");

/** Between a number and what it counts: "64-digit", "64 hex digits", the ending of the number. */
const BETWEEN = "[ -]?(?:[\\p{L}\\p{M}-]+ )?";

const OTHER_SIZES = "(?:4|5|6|8|10|40)";

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
    "back-?ups?|backed up|sauvegard@|@sicherung@|respald@|i-?backup",
    "chat history|chatverlauf@|hist[oó]r\\S+ d\\S+ (?:chats|conversas|discussions)|cronologia (?:delle )?chat",
    "riwayat chat|c[oó]pias? de segur@|(?:tu|esta|la) copia|cadang@|yede[kğ]@|sohbet geçmiş@",
    "बैकअप|копи[ийяю]|бэкап@|резервн@|истори@ чатов|(?:ال)?احتياطي@|[لب]?(?:ال)?نسخ(?:ة|ت@)",
    "sandar@|reservekopie@|kopi[aęi] zapasow@|copi@ de rezerv@|(?:nakala|hifadhi) rudufu|chelezo|копі[яїюй]|бекап@",
    "ব্যাক ?আপ@|बॅकअप@|బ్యాకప్@|காப்புப்@|பேக்கப்@|பேக்அப்@|બેકઅપ@|ಬ್ಯಾಕಪ್@|ಬ್ಯಾಕ್ಅಪ್@|ബാക്കപ്പ@|ബാക്കപ്@|ബാക്ക്അപ്@",
    "ਬੈਕਅੱ?ਪ@|بیک ?اپ@|پشتیبان@|[הול]{0,2}גיבוי@|@(?:备份|備份)@",
  ],
  restore: [
    "restor@|restaur@|recover@|recuper@|récupér@|ripristin@|wiederher@|[pm]e?mulih@|pulih@|dipulihkan|geri yükle@",
    "र[िी]स्टोर|पुनर्स्थापित|बहाल|восстан@|[لب]?است(?:عاد|رداد|رجاع)@|herstel@|terugzet@|przywr@|odzysk@",
    "(?:ku)?rejesh@|(?:pag|na|i|ma)-?restore|(?:ma)?ibalik|віднов@|поверн@|রিস্টোর@|পুনরুদ্ধার@|रिस्टोअर|पुनर्संचयित@",
    "పునరుద్ధర@|రీస్టోర్@|மீட்ட@|மீட்டெ@|ર[િી]સ્ટોર@|પુનઃ?સ્થાપિત@|ಮರುಸ್ಥಾಪ@|ಮರುಪಡೆ@|ರಿಸ್ಟೋರ್@|പുനഃ?സ്ഥാപി@|വീണ്ടെടു@",
    "ਰ[ਿੀ]ਸਟੋਰ@|ਬਹਾਲ|بحال@|ریسٹور|بازیابی@|بازگردان@|ל?שח[וז]ר@|@(?:恢[复復]|[还還]原|找回)@",
  ],
  // What else is done with an old backup; of new ones it is said too, but less.
  opening: [
    "unlock@|decrypt@|import@|(?:get|bring|have) \\S+ (?:\\S+ )?back|desbloque@|des(?:cifr|criptogr)@|sblocc@|decritt@|decifr@|déverrouill@|déchiffr@|retrouv@",
    "entsperr@|entschlüssel@|zurück(?:zu)?hol@|ont(?:grendel|sleutel)@|terug(?:krijg|hal|te)@|od(?:blok|szyfr)@|debloc@|decript@|kilidini aç@|çöz@|içe aktar@",
    "buka|dekripsi|impor|(?:di)?kembali(?:kan)?|разблок@|расшифр@|импорт@|верн@|розблок@|розшифр@|імпорт@|(?:ل|و)?فتح|ل?فك|ل?استيراد|i-(?:unlock|decrypt|import)|makuha|fungua",
    "अनलॉक|डिक्रिप्ट|वापस|परत|আনলক|ডিক্রিপ্ট|ফির@|ফেরত|అన్‌?లాక్|తిరిగి|திற@|திரும்ப@|અનલૉક|પાછ@|ಅನ್‌?ಲಾಕ್|ಮರಳಿ|അൺ‌?ലോക്ക്|തിരികെ|ਅਣਲਾਕ|ਵਾਪਸ|ان ?لاک|واپس",
    "باز کردن|رمزگشایی|برگردان@|פתיחת|פענוח|ייבוא|בחזרה|@(?:解[锁鎖密]|[导匯]入)@",
  ],
  // 64 as the size of a thing,
  size: [`64${BETWEEN}(?:${UNITS})@|(?:${UNITS})@ 64`],
  // and as the most that a field takes: names of groups have such counters and limits.
  limit: [
    "\\p{N}+ ?/ ?64|(?:up to|at most|max@|no more than|limit@|hasta|máx@|até|bis zu|höchstens|jusqu['’]à|au plus|fino a|до|не более|макс@)\\.?:? 64",
    "(?:en fazla|en çok|hingga|maks@|अधिकतम|حتى|بحد أقصى|حد@|tot|do|până la|hanggang|hadi|sehingga|най@|সর্বোচ্চ|कमाल|గరిష్ట@|அதிகபட்ச@|મહત્તમ|ಗರಿಷ್ಠ|പരമാവധി|ਵੱਧ ਤੋਂ ਵੱਧ|زیادہ سے زیادہ|حداکثر|עד|最多|不超过|不超過):? ?64",
  ],
  shortCode: [
    "pin|otp|one[- ]time|(?:security|login|verif@|confirm@) codes?|(?:bestätigungs|sicherheits)code@",
    // A number of digits or characters other than 64.
    `${OTHER_SIZES}${BETWEEN}(?:${UNITS})@|(?:${UNITS})@ ${OTHER_SIZES}`,
    "[ck][oó]d\\S* (?:d[ei] )?(?:v[eé]rif|conf)@|doğrulama kod@",
    "पिन|सत्यापन कोड|пин@|код@ подтверждения|رمز (?:ال)?(?:تحقق|تأكيد)@",
    "app[- ]?lock|(?:un)?lock codes?|[ck][oó]d\\S* (?:de )?(?:des)?blo[qc]@|code de (?:dé)?verrouill@|sperrcode@|entsperrcode@|kod@ (?:blok|odblok)@|код@ (?:раз|роз)?блок@|kilit@ kod@|codice di s?blocco|msimbo wa kufung(?:ua|a)|(?:un)?lockcode|ontgrendelcode",
    "অ্যাপ লক@|আনলক কোড|ஆப் பூட்@|திறக்கும் குறியீ@|ऐप लॉक|अनलॉक कोड|قفل (?:برنامه|التطبيق|ایپ)|باز کردن قفل|@(?:应用锁|應用鎖|解[锁鎖]代?[码碼])@",
    "পিন|पिन|పిన్|பின்(?: குறியீ@)?|પિન|ಪಿನ್|പിൻ|ਪਿੰ?ਨ|پن|پین|@(?:验证码|驗證碼)@|קוד אימות",
  ],
  password: [
    "passwor[dt]@|wachtwoord@|contraseñas?|senhas?|mots? de passe|kata (?:sandi|laluan)|parol[aă]@|şifre(?:n|s)i@|hasł@|nenosiri|парол[яьюе]@",
    "पासवर्ड@|পাসওয়ার্ড@|పాస్‌?వర్డ్@|கடவுச்சொல்@|પાસવર્ડ@|ಪಾಸ್‌?ವರ್ಡ್@|പാസ്‌?വേഡ@|ਪਾਸਵਰਡ@|پاس ?ورڈ|رمز عبور|گذرواژه@|كلمة (?:ال)?(?:مرور|سر)|סיסמ@|@密[码碼]@",
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
    "नया|नयी|नई|नवीन|নতুন|కొత్త@|புதிய|નવી|નવું|ಹೊಸ|പുതിയ|ਨਵੀਂ|نئی|חדשה?|@(?<!重)新@",
  ],
  again: [
    "again|once more|repeat@|re-?enter|retype|de nuevo|otra vez|vuelve a|repet@|repit@|novamente|de novo|sekali lagi|ulangi|снова|ещё раз|еще раз|повтор@",
    "noch ?(?:ein)?mals?|noch einmal|erneut|wiederhol@|tekrar@|yeniden|di nuovo|nuovamente|ripet@|à nouveau|de nouveau|répét@|ressais@|nog ?(?:eens|maals)|opnieuw|herhaal@",
    "ponownie|jeszcze raz|powt[oó]rz@|din nou|muli|ulitin|tena|rudia|ще раз|знову|مرة (?:أخرى|ثانية)|مجدد@|دوباره|دوبارہ|שוב|दोबारा|फिर से|दोहरा@|আবার|পুনরায়",
    "पुन्हा|మళ్లీ|மீண்டும்|ફરીથી|ફરી|ಮತ್ತೊಮ್ಮೆ|ಮತ್ತೆ|വീണ്ടും|ਦੁਬਾਰਾ|ਮੁੜ|@(?:再次|重新|重复|重複)@",
  ],
  // What else is said of a key that was made just now, by who has made it: here it is, finish the setup;
  made: [
    "we(?:['’]ve| have)? (?:just )?(?:created|made|generated)|generate|here(?: is|['’]s) your|of your choice|pick an?|this is your|with this",
    "(?:finish|complete) (?:the )?set-?up|previous (?:screen|step|page)|(?:screen|step|page) before|will be (?:locked|encrypted|protected)",
    "(?:cri|ger)amos|est[ae] é (?:a )?sua|aqui está|com esta|será \\S+[dt]o com|concluir a config@|(?:tela|etapa|página) anterior",
    "hemos (?:creado|gen@)|esta es tu|aquí (?:está|tienes)|con esta|(?:terminar|completar) la config@|(?:pantalla|paso) anterior",
    "erzeug@|generier@|(?:haben|wurde) [^.]*(?:erstellt|erzeugt)|(?:hier|das|dies) ist dein|mit diesem|einrichtung ab@|vor(?:her)?igen (?:bild|schri|seit)@",
    "(?:avons|venons) (?:de )?(?:cré|gén)@|génér@|voici|c['’]est votre|avec cette|terminer la config@|(?:écran|étape|page) précédente?",
    "أنشأنا|تم (?:إنشاء|توليد)|إليك|هذا (?:هو )?مفتاح@|بهذا|إكمال الإعداد|(?:الشاشة|الخطوة|الصفحة) السابقة",
    "हमने .*बना@|जनरेट|यह (?:रही|आपकी)|इस 64|सेटअप पूरा|पिछल[ीे] (?:स्क्रीन|चरण|पेज)",
    "సృష్టించాము|రూపొందించాము|జనరేట్@|ఇదిగో|ఇది మీ|ఈ 64|సెటప్.{0,4}పూర్తి|మునుపటి@|જનરેટ@|અમે .*બનાવી@|આ (?:રહી|તમારી|64)|સેટઅપ પૂર@|(?:પાછલી|અગાઉની) સ્ક્રીન@",
    "സൃഷ്ടിച്ചിട്ടുണ്ട്|സൃഷ്ടിച്ചു|ജനറേറ്റ്@|ഇതാ|ഇതാണ്|ഈ 64|സജ്ജീകരണം പൂർത്തി@|മുമ്പത്തെ|ہم نے .*بنا@|بنائی گئی|یہ (?:ہے|رہی|آپ کی)|اس 64|سیٹ ?اپ مکمل|پچھل[یے]",
    "we hebben [^.]*(?:ge|aange)maakt|genereer@|(?:hier|dit) is (?:je|de)|met deze|(?:installatie|configuratie) (?:af|te vol)@|vorige (?:scherm|stap|pagina)",
    "יצרנו|נוצר@|הנה|זהו|מפתח זה|להשלי?מ@ (?:את )?ההגדר@|הקודם|(?:utworz|wygenerowa)(?:yliśmy|liśmy|ono|no)|oto|to (?:jest )?twój|tym|(?:do|za)kończyć konfig@|poprzedni@",
    "gumawa kami|bumuo|ginawa namin|(?:ito|narito) ang|key na ito|tapusin ang pag-set@|nakaraang",
    "kami (?:telah )?(?:mem|meng|menj|menc)@|(?:telah|sudah) (?:dibuat|dijana)|ini (?:adalah |ialah )?kunci|berikut|digit ini|kunci ini dan|(?:menyelesaikan|melengkapkan) pe@|(?:layar|langkah|skrin|halaman) sebelum@",
    "мы (?:создали|сгенер@)|создан[аы]?|сгенерирован|вот|это ваш|этим|завершить настр@|предыдущ@",
    "ми (?:створили|згенер@)|створено|згенеровано|ось|це ваш|цим|завершити налашт@|попередн@",
    "oluşturduk|oluşturuldu|işte|bu \\S+ \\S+ anahtarla|kurulumu@|önceki (?:ekran|adım|sayfa)@|abbiamo (?:appena )?(?:creat|gener)@|genera|ecco|questa è|con questa|(?:completare|terminare) la config@|(?:schermata|passaggio|pagina) precedente",
    "তৈরি (?:করেছি|করা হয়েছে)|জেনারেট@|এটি আপনার|এই (?:64|কী)|সেটআপ|আগের@|तयार केली आहे|ही तुमची|या 64|सेटअप पूर्ण|मागील|मागच्या",
    "உருவாக்கியுள்ளோம்|உருவாக்கினோம்|இதோ|இது உங்கள்|இந்த 64|(?:அமைவை|அமைப்பை) முடிக்க|முந்தைய|ರಚಿಸಿದ್ದೇವೆ|ರಚಿಸಲಾಗಿದೆ|ಇದು ನಿಮ್ಮ|ಇಲ್ಲಿದೆ|ಈ 64|ಸೆಟಪ್ ಪೂರ್ಣ@|ಹಿಂದಿನ",
    "ਬਣਾਈ ਹੈ|ਤਿਆਰ ਕੀਤੀ|ਅਸੀਂ .*ਬਣਾ@|ਇਹ (?:ਰਹੀ|ਤੁਹਾਡੀ)|ਇਸ 64|ਸੈੱਟਅੱਪ ਪੂਰਾ|ਪਿਛਲ[ੀੇ]|(?:ساخت|کرد)یم|(?:ساخته|ایجاد|تولید) شد@|با این|این کلید (?:64|شما)|تکمیل راه@|قبل",
    "tume(?:tengenez|und|ku)@|huu hapa|ufunguo huu|kukamilisha|(?:iliyo|uliyo|ulio)(?:pita|tangulia)|(?:ți-|ti-)?am (?:creat|generat)|iată|aceasta este|cu această|finaliza config@|anterior",
    "@(?:已(?:[为為][您你])?(?:生成|创建|創建|建立)|[这這]是[您你]|此 ?64|完成[设設][置定]|上一[屏步页頁])@",
  ],
  // keep it;
  keep: [
    "(?:write|note) (?:.{2,8} )?down|(?<!you )(?:keep|store|save|copy) (?:it|this|your|the)|password manager|(?:safe|secure) place|somewhere safe|download|print",
    "(?:anot|guard|salv|armazen)e(?:-[ao])?|copie-a|gerenciador de senhas|(?:lugar|local) seguro|baixar|copiar|imprimir|(?:guárda|anóta|apúnta|cópia)l[ao]|(?:guarda|anota|apunta) (?:tu|la|bien)|gestor de contras@|descarg@",
    "schreib@ (?:ihn|den|dir)|notier@ (?:ihn|dir)|bewahre?n?|speichere? (?:ihn|den|deinen)|lege? deinen|passwort-?manager|sicheren ort|kopieren|herunterladen",
    "(?:not|conserv|gard|enregistr|copi|rang|stock)ez(?:-la)?|gestionnaire de mots de passe|(?:lieu|endroit) sûr|télécharger|copier",
    "و?دو?ّنه|و?احفظه?|و?احتفظ به|سجّله|انسخه|مدير كلمات المرور|مكان آمن|تنزيل",
    "लिख ले@|नोट कर (?:लें|ले)|सुरक्षित (?:रखें|रख|जगह)|संभाल ?कर रखें|सेव करें|सहेजें|पासवर्ड मैनेजर@|कॉपी कर@|डाउनलोड",
    "రాసి పెట్టుకో@|రాసి పెట్టుకుని|రాసుకో@|రాసుకుని|భద్రపరచండి|సేవ్ చేయండి|సేవ్ చేసుకోండి|సేవ్ చేసుకుని|మేనేజర్@|సురక్షిత@|కాపీ చేయండి|લખી (?:લો|રાખો)|સાચવો|સાચવી (?:લો|રાખો)|સેવ કરો|પાસવર્ડ મેનેજર@|સુરક્ષિત|કૉપિ કરો",
    "എഴുതി (?:സൂക്ഷിക്കുക|വയ്ക്കുക|വെക്കുക)|സൂക്ഷിക്കുക|സംരക്ഷിക്കുക|സേവ് ചെയ്യുക|മാനേജ@|സുരക്ഷിതമായ|പകർത്തുക|لکھ (?:کر|لیں)|محفوظ (?:کریں|جگہ)|رکھ لیں|پاس ?ورڈ مینیجر|کاپی کریں",
    "schrijf (?:hem|de|deze)|noteer|bewaar|wachtwoordmanager|veilige (?:plek|plaats)|kopi[eë]r@|לשמור|לרשום|כתבו|שמרו|מנהל סיסמאות|מקום בטוח|העתק@",
    "zapisz|zanotuj|przepisz|przechowuj|zachowaj|umieść|s?kopiuj|pobierz|menedżer@ haseł|bezpieczn@ miejsc@|isulat|itago|i-save|itabi|kopyahin|ligtas na lugar",
    "(?<!anda )(?:simpan|catat(?:kan)?)|salin|letak@|(?:pengelola|pengurus) (?:kata )?(?:sandi|laluan)|tempat (?:yang )?(?:aman|selamat)|unduh|muat turun",
    "(?:за|пере)пишите|сохраните|скопируйте|храните|поместите|менеджер@ паролей|(?:над[её]жн|безопасн)@ мест@|скача@|запишіть|збережіть|скопіюйте|зберігайте|покладіть|менеджер@ паролів|(?:надійн|безпечн)@ місц@",
    "not (?:edin|alın|edip)|kayded(?:in|ip)|saklay(?:ın|ıp)|kopyala@|yöneticisi@|güvenli (?:bir )?yer@|(?:annot|conserv|salv|copi)al[ao]|(?:annota|conserva|salva|metti|custodisci) la|gestore (?:di|delle) password|(?:posto|luogo) sicuro|scaric@",
    "রাখুন|নিন|সেভ করুন|সংরক্ষণ করুন|কপি কর@|ডাউনলোড|लिहून (?:घ्या|ठेवा)|जपून ठेवा|सेव्ह करा|ठेवा|मॅनेजर@",
    "எழுதிக்கொள்@|எழுதி வைத்துக்கொள்@|சேமிக்கவும்|சேமித்துக்கொள்@|வைக்கவும்|பாதுகாப்பாக|நகலெடு@|ಬರೆದಿಟ್ಟುಕೊಳ್ಳಿ|ಬರೆದುಕೊಳ್ಳಿ|ಉಳಿಸಿ|ಉಳಿಸಿಕೊಳ್ಳಿ|ಇಟ್ಟುಕೊಳ್ಳಿ|ಇರಿಸಿ@|ಮ್ಯಾನೇಜ@|ಸುರಕ್ಷಿತ@|ನಕಲಿಸಿ",
    "ਲਿਖ ਲਓ|ਸਾਂਭ (?:ਲਓ|ਕੇ ਰੱਖੋ)|ਸੇਵ ਕਰੋ|ਰੱਖੋ|ਮੈਨੇਜਰ|ਸੁਰੱਖਿਅਤ ਥਾਂ|ਕਾਪੀ ਕਰੋ|(?:یادداشت|ذخیره) کنید|نگه دارید|مدیر گذرواژه|(?:جای|محل) امنی?|کپی|دانلود",
    "(?:u)?uandike mahali|uhifadhi|mahali (?:pa)?salama|kidhibiti cha manenosiri|nakili|(?:noteaz|salveaz|păstreaz|copiaz)[ăe]?-o|(?:notează|salvează|păstrează|pune) cheia|manager@ de parole|loc sigur",
    "@(?:抄写|抄寫|抄下|妥善保[管存]|[请請]?[将將把].{0,14}存入|密[码碼]管理器|安全的地方|[复複][制製]|下[载載])@",
  ],
  // show that it was kept.
  assure: [
    "(?:to|that) (?:show|prove|(?:be|make) sure)|so (?:that )?we|(?:show|prove) that|for safety|just in case",
    "(?:mostrar|provar|garantir|certeza de) que|para (?:verificarmos|sabermos)|por seguran[çc]a|(?:demostrar|mostrar|comprobar|asegurar@)(?: de)? que|por seguridad",
    "zu zeigen|damit wir|zur sicherheit|sicher(?:zu)?gehen|ob du (?:ihn|sie)|(?:montrer|prouver|vérifi@|assurer|savoir) qu[e'’]|pour que nous|par sécurité|être sûr@ que",
    "لإثبات|لن(?:تحقق|تأكد|عرف)|لإظهار|أنك (?:دو|حفظ|احتفظ|كتب|فعل)@|ताकि हम|दिखाने के लिए|पक्का|सुनिश्चित",
    "చూప@|తనిఖీ|నిర్ధారించడానికి|બતાવવા|ખાતર|ખાતરી|તપાસી|ચકાસી|കാണിക്കാൻ|ഉറപ്പാക്കാൻ|പരിശോധിക്കാൻ|دکھانے|تاکہ ہم|یقینی",
    "laten zien|zodat we|zekerheid|zeker (?:te )?weten|להראות|לוודא|כדי שנ@|ליתר ביטחון|pokazać|pewnoś@|upewni@|[aż]e?byśmy|ipakita@|masiguro|matiyak|para (?:alam|malaman|matingnan)@",
    "menunjukkan|memastikan|(?:agar|supaya) kami|показать|убеди@|чтобы мы|доказать|для (?:над[её]жности|верности|уверенности)|показати|щоб ми|перекона@|для певності|довести",
    "göstermek|emin ol@|denetleye@|güvenlik için|(?:ett|yapt|yazd)[iı]ğinizi|dimostrare|mostrare|siamo sicuri|assicurar@|per sicurezza|l['’]hai|che tu",
    "দেখাতে|যাতে আমরা|যাচাই|दाखवण्यासाठी|खात्री|तपासू|जेणेकरून|காட்ட|உறுதி@|சரிபார்க்க|ತೋರಿಸಲು|ಖಚಿತ@|ಪರಿಶೀಲಿಸಲು|ਦਿਖਾਉਣ|ਤਾਂ ਜੋ|ਯਕੀਨੀ",
    "نشان (?:دهید|دادن)|اطمینان|مطمئن|بررسی کنیم|kuonyesha|tu(?:angali|ju|hakikish)e|kuhakikisha|ca să (?:arăți|verific|ști)@|demonstra|asigur@|siguranță",
    "@(?:以便我们|以便我們|[为為]表明|[证證]明|确保您|確保您|检查您是否|檢查您是否)@",
  ],
  otherSecret: [
    "hash@|api|sha-?\\d*|checksum|(?:public|product|security|username|secret|access|sort|primary|shortcut) keys?|shortcuts?",
    "priv(?:at|ad|é)@|@token@|wallets?|portefeuille@|seed|pass-?keys?|wi-?fi|@li[csz]en[csçz]@",
    "kunci aplikasi|лиценз@|хеш@|кошел@|приватн@|محفظ@|moned@|carte[ir]@|cüzdan@",
    "portfel@|portofel@|dompet|licencj@|ліценз@|гаман@|ওয়ালেট@|वॉलेट@|వాలెట్@|வாலட்@|வாலெட்@|વૉલેટ@|ವ್ಯಾಲೆಟ್@|വാലറ്റ@|ਵਾਲਿਟ@|والیٹ@|کیف پول|ארנק@|רישיון|@(?:钱包|錢包|私钥|私鑰|许可证|授權|授权|校验|校驗|令牌|权杖|權杖)@",
    "உரிம@|লাইসেন্স@|लाइसेंस|లైసెన్స్|لائسنس|مجوز|leseni|токен@|টোকেন@|टोकन|టోకెన్|டோக்கன்@|توکن|ٹوکن|jeton@|pochi|faragha|(?:ال)?ترخيص|رمز (?:ال)?(?:وصول|مميز)|(?:ال)?مفتاح (?:ال)?خاص(?! ب)|کلید خصوصی|закрыт@ ключ|özel anahtar|מפתח פרטי|निजी कुंजी",
    "prüfsumme@|контрольн@ сум@|sum[aey] kontroln@|(?:s[ou]m[aă]|somm[ea]) d[ei] (?:verif|contr|compr)@|চেকসাম@|चेकसम|செக்சம்|جمع کنترلی|المجموع الاختباري|jumla ya ukaguzi",
  ],
  // What a person calls the key, or writes about it.
  naming: [
    "(?:nick|file)?names?|labels?|titles?|not[ea]|notiz@|comments?|subjects?|descriptions?|reminders?|hints?",
    "nom|nomes?|nombres?|nomi|nama|ad[ıi]|@bezeichnung@|@namen?|titre|t[ií]tulo|titolo|titel|judul|başlık@",
    "etiqueta|rótulo|label|etichetta|étiquette|etiket@|catatan@|descri[cpz]@|beschreibung|keterangan|açıklama@",
    "नाम|लेबल|शीर्षक|टिप्पणी|имя|названи@|метк@|заметк@|примечани@|описани@|(?:ال)?اسم|(?:ال)?عنوان|ملاحظ@|(?:ال)?تسمية",
    "@naam|nazw@|nume|numele|jina|pangalan|назв@|ім['’ʼ]я|імені|nota@|opis@",
    "নাম|नाव|लेबल|పేరు|@பெயர்@|નામ|ಹೆಸರು|പേര്|ਨਾਮ|ਨਾਂ|نام|שם|@(?:名称|名稱|姓名|用[户戶]名|标签|標籤)@",
  ],
};

/** Neither letters nor the marks that belong to them, nor digits, beside a word. */
const LETTER = "[\\p{L}\\p{M}\\p{N}]";

const MORE = "[\\p{L}\\p{M}]*";

/** Parted at each `|` that is in no brackets. */
function alternatives(list: string): string[] {
  let depth = 0;
  return list.split(/([|()])/).reduce<string[]>(
    (words, part) => {
      depth += part === "(" ? 1 : part === ")" ? -1 : 0;
      if (part === "|" && depth === 0) words.push("");
      else words.push(`${words.pop()}${part}`);
      return words;
    },
    [""],
  );
}

/**
 * Letters that go on at an end of a word have one pattern for all words: one in each makes the first match
 * twenty times slower.
 */
export function compile(lists: readonly string[]): RegExp {
  const words = alternatives(lists.join("|"));
  const any = (isMatch: RegExp): string =>
    words
      .filter((word) => isMatch.test(word))
      .map((word) => word.replace(/^@|@$/g, "").replaceAll("@", MORE))
      .join("|") || "(?!)";
  const begun = `(?<!${LETTER})(?:(?:${any(/^[^@].*@$/)})${MORE}|(?:${any(/^[^@](?:.*[^@])?$/)})(?!${LETTER}))`;
  return new RegExp(`${begun}|(?:${any(/^@.*@$/)})${MORE}|(?:${any(/^@.*[^@]$/)})(?!${LETTER})`, "giu");
}

/** Each is compiled when it is asked for: most pages have no field that asks for any. */
const compiled = new Map<Kind, RegExp>();

function wordsOf(kind: Kind): RegExp {
  const words = compiled.get(kind) ?? compile(WORDS[kind]);
  compiled.set(kind, words);
  return words;
}

/** @param text - with western digits, see `western` in form-score.ts. */
export function has(kind: Kind, text: string): boolean {
  return text.search(wordsOf(kind)) >= 0;
}

/** The text without what this kind of words says. */
export function without(kind: Kind, text: string): string {
  return text.replace(wordsOf(kind), " ");
}
