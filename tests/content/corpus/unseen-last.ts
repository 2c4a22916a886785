/**
 * A last set to measure by. Written after the signs were chosen, without sight of them or of the other
 * wordings; measured once, and nothing was mended by it. One a line, `title | text | name of the field`.
 */
import { wordings } from "./unseen.ts";
import type { Wording } from "./wordings.ts";

/** Forms in which the 64-digit key of a backup is entered to restore it. */
export const LAST_RESTORES: Record<string, readonly Wording[]> = {
  en: wordings(`
    Restore your chats | Your backup is protected with end-to-end encryption. To get your messages back, enter the 64-digit encryption key you saved when you turned it on. | Your key
    Unlock your backup | WhatsApp can't recover your key for you. Check that every character is correct before you continue. | 64-digit encryption key
  `),
  hi: wordings(`
    अपनी चैट रीस्टोर करें | आपका बैकअप एंड-टू-एंड एन्क्रिप्टेड है. मैसेज वापस पाने के लिए 64 अंकों वाली एन्क्रिप्शन कुंजी डालें. | आपकी कुंजी
    बैकअप अनलॉक करें | बैकअप चालू करते समय आपने जो की सेव की थी, उसे यहाँ डालें. WhatsApp इसे आपके लिए रिकवर नहीं कर सकता. | 64 अंकों वाली एन्क्रिप्शन की
  `),
  pt: wordings(`
    Insira sua chave de criptografia | Use a chave que você anotou ao ativar o backup protegido. Sem ela, o WhatsApp não consegue recuperar suas mensagens. | Chave de criptografia de 64 dígitos
    Restaurar conversas | Seu backup está protegido com a criptografia de ponta a ponta. Para restaurá-lo neste navegador, insira a chave de 64 dígitos. | Chave
  `),
  id: wordings(`
    Pulihkan chat Anda | Cadangan ini terenkripsi secara end-to-end. Masukkan kunci enkripsi 64 digit untuk memulihkan pesan Anda. | Kunci Anda
    Buka cadangan Anda | Riwayat chat hanya bisa dikembalikan dengan kunci yang Anda simpan. WhatsApp tidak memiliki salinannya. | Kunci enkripsi 64 digit
  `),
  es: wordings(`
    Desbloquea tu copia de seguridad | Introduce la clave que guardaste al activar el cifrado de extremo a extremo. WhatsApp no puede recuperarla por ti. | Clave de cifrado de 64 dígitos
    Restaurar historial de chats | Encontramos una copia de seguridad cifrada de extremo a extremo. Escribe tu clave de 64 dígitos para recuperar tus mensajes. | Tu clave
  `),
  ru: wordings(`
    Восстановление чатов | Резервная копия защищена сквозным шифрованием. Введите 64-значный ключ шифрования, чтобы вернуть свои сообщения. | Ключ
    Введите ключ шифрования | Чтобы восстановить историю чатов, нужен ключ, который вы сохранили при включении шифрования резервной копии. | 64-значный ключ
  `),
  ar: wordings(`
    استعادة الدردشات | نسختك الاحتياطية مشفّرة تمامًا بين الطرفين. أدخل مفتاح التشفير المكوّن من 64 رقمًا لاستعادة رسائلك. | مفتاحك
    فتح النسخة الاحتياطية | لا يمكن لواتساب استرداد المفتاح نيابةً عنك. تأكد من إدخاله كما حفظته. | مفتاح التشفير المكوّن من ٦٤ رقمًا
  `),
  de: wordings(`
    Schlüssel eingeben | Dein Chatverlauf lässt sich nur mit dem Schlüssel wiederherstellen, den du beim Aktivieren des Backups gespeichert hast. | 64-stelliger Verschlüsselungsschlüssel
    Chats wiederherstellen | Dein Backup ist Ende-zu-Ende-verschlüsselt. Gib den 64-stelligen Schlüssel ein, um deine Nachrichten zurückzuholen. | Dein Schlüssel
  `),
  tr: wordings(`
    Sohbetlerinizi geri yükleyin | Yedeğiniz uçtan uca şifrelidir. Mesajlarınıza kavuşmak için 64 haneli şifreleme anahtarınızı girin. | Anahtar
    Yedeğin kilidini açın | Yedeklemeyi açarken kaydettiğiniz anahtarı girin. WhatsApp bu anahtarı sizin için kurtaramaz. | 64 haneli şifreleme anahtarı
  `),
  it: wordings(`
    Sblocca il backup | Inserisci la chiave che hai salvato quando hai attivato il backup crittografato end-to-end. WhatsApp non può recuperarla per te. | Chiave di crittografia a 64 cifre
    Ripristina le chat | Il tuo backup è protetto dalla crittografia end-to-end. Per riavere i tuoi messaggi, digita la chiave a 64 cifre. | La tua chiave
  `),
  fr: wordings(`
    Restaurer vos discussions | Votre sauvegarde est chiffrée de bout en bout. Pour récupérer vos messages, saisissez la clé de chiffrement à 64 chiffres. | Clé
    Entrez votre clé de chiffrement | WhatsApp ne possède pas cette clé et ne peut pas la récupérer. Sans elle, l'historique de vos discussions restera verrouillé. | Clé à 64 chiffres
  `),
  bn: wordings(`
    চ্যাট রিস্টোর করুন | আপনার ব্যাকআপ এন্ড-টু-এন্ড এনক্রিপ্ট করা আছে। মেসেজ ফিরে পেতে ৬৪ সংখ্যার এনক্রিপশন কী লিখুন। | আপনার কী
    ব্যাকআপ আনলক করুন | ব্যাকআপ চালু করার সময় যে কী সেভ করেছিলেন সেটি লিখুন। WhatsApp এটি পুনরুদ্ধার করতে পারে না। | 64-সংখ্যার এনক্রিপশন কী
  `),
  mr: wordings(`
    बॅकअप अनलॉक करा | तुम्ही बॅकअप सुरू करताना सेव्ह केलेली की एंटर करा. WhatsApp ती तुमच्यासाठी रिकव्हर करू शकत नाही. | ६४ अंकी एन्क्रिप्शन की
    तुमची चॅट्स रिस्टोअर करा | तुमचा बॅकअप एंड-टू-एंड एन्क्रिप्टेड आहे. मेसेज परत मिळवण्यासाठी 64 अंकी की एंटर करा. | तुमची की
  `),
  te: wordings(`
    మీ చాట్‌లను పునరుద్ధరించండి | మీ బ్యాకప్ ఎండ్-టు-ఎండ్ ఎన్‌క్రిప్ట్ చేయబడింది. మీ మెసేజ్‌లను తిరిగి పొందడానికి 64 అంకెల ఎన్‌క్రిప్షన్ కీని నమోదు చేయండి. | మీ కీ
    బ్యాకప్‌ను అన్‌లాక్ చేయండి | బ్యాకప్‌ను ఆన్ చేసినప్పుడు మీరు సేవ్ చేసుకున్న కీని ఎంటర్ చేయండి. WhatsApp దీన్ని మీ కోసం రికవర్ చేయలేదు. | 64 అంకెల ఎన్‌క్రిప్షన్ కీ
  `),
  ta: wordings(`
    குறியாக்க விசையை உள்ளிடவும் | பேக்கப்பை இயக்கியபோது நீங்கள் சேமித்த விசை இல்லாமல் உங்கள் சாட் வரலாற்றை மீட்டெடுக்க முடியாது. | 64 இலக்க விசை
    சாட்களை மீட்டெடுக்கவும் | உங்கள் பேக்கப் முழுமையாக மறையாக்கம் செய்யப்பட்டுள்ளது. மெசேஜ்களைத் திரும்பப் பெற 64 இலக்க குறியாக்க விசையை உள்ளிடவும். | விசை
  `),
  gu: wordings(`
    તમારી ચેટ રિસ્ટોર કરો | તમારો બેકઅપ એન્ડ-ટુ-એન્ડ એન્ક્રિપ્ટેડ છે. મેસેજ પાછા મેળવવા માટે 64 અંકની એન્ક્રિપ્શન કી દાખલ કરો. | તમારી કી
    બેકઅપ અનલૉક કરો | બેકઅપ ચાલુ કરતી વખતે તમે સાચવેલી કી લખો. WhatsApp તેને તમારા માટે પાછી મેળવી શકતું નથી. | 64 અંકની એન્ક્રિપ્શન કી
  `),
  kn: wordings(`
    ಬ್ಯಾಕಪ್ ಅನ್‌ಲಾಕ್ ಮಾಡಿ | ಬ್ಯಾಕಪ್ ಆನ್ ಮಾಡಿದಾಗ ನೀವು ಉಳಿಸಿಕೊಂಡ ಕೀಯನ್ನು ನಮೂದಿಸಿ. WhatsApp ಅದನ್ನು ನಿಮಗಾಗಿ ಮರುಪಡೆಯಲು ಸಾಧ್ಯವಿಲ್ಲ. | 64-ಅಂಕಿಯ ಎನ್‌ಕ್ರಿಪ್ಶನ್ ಕೀ
    ನಿಮ್ಮ ಚಾಟ್‌ಗಳನ್ನು ಮರುಸ್ಥಾಪಿಸಿ | ನಿಮ್ಮ ಬ್ಯಾಕಪ್ ಎಂಡ್-ಟು-ಎಂಡ್ ಎನ್‌ಕ್ರಿಪ್ಟ್ ಆಗಿದೆ. ಸಂದೇಶಗಳನ್ನು ಮರಳಿ ಪಡೆಯಲು 64 ಅಂಕಿಗಳ ಕೀಯನ್ನು ನಮೂದಿಸಿ. | ನಿಮ್ಮ ಕೀ
  `),
  ml: wordings(`
    ചാറ്റുകൾ പുനഃസ്ഥാപിക്കുക | നിങ്ങളുടെ ബാക്കപ്പ് ആദ്യാവസാന എൻക്രിപ്റ്റ് ചെയ്തതാണ്. സന്ദേശങ്ങൾ തിരികെ ലഭിക്കാൻ 64 അക്ക എൻക്രിപ്ഷൻ കീ നൽകുക. | കീ
    ബാക്കപ്പ് അൺലോക്ക് ചെയ്യുക | ബാക്കപ്പ് ഓണാക്കിയപ്പോൾ നിങ്ങൾ സംരക്ഷിച്ച കീ നൽകുക. WhatsApp-ന് ഇത് വീണ്ടെടുക്കാൻ കഴിയില്ല. | 64 അക്ക എൻക്രിപ്ഷൻ കീ
  `),
  pa: wordings(`
    ਆਪਣੀਆਂ ਚੈਟਾਂ ਰੀਸਟੋਰ ਕਰੋ | ਤੁਹਾਡਾ ਬੈਕਅੱਪ ਸਿਰੇ-ਤੋਂ-ਸਿਰੇ ਤੱਕ ਇਨਕ੍ਰਿਪਟਡ ਹੈ। ਸੁਨੇਹੇ ਵਾਪਸ ਲੈਣ ਲਈ 64 ਅੰਕਾਂ ਦੀ ਇਨਕ੍ਰਿਪਸ਼ਨ ਕੁੰਜੀ ਦਰਜ ਕਰੋ। | ਤੁਹਾਡੀ ਕੁੰਜੀ
    ਬੈਕਅੱਪ ਅਣਲਾਕ ਕਰੋ | ਬੈਕਅੱਪ ਚਾਲੂ ਕਰਨ ਵੇਲੇ ਤੁਸੀਂ ਜੋ ਕੁੰਜੀ ਸਾਂਭੀ ਸੀ, ਉਹ ਇੱਥੇ ਭਰੋ। WhatsApp ਇਸਨੂੰ ਤੁਹਾਡੇ ਲਈ ਮੁੜ-ਹਾਸਲ ਨਹੀਂ ਕਰ ਸਕਦਾ। | 64-ਅੰਕਾਂ ਵਾਲੀ ਕੁੰਜੀ
  `),
  ur: wordings(`
    بیک اپ ان لاک کریں | بیک اپ آن کرتے وقت آپ نے جو کلید محفوظ کی تھی، وہ یہاں درج کریں۔ WhatsApp اسے آپ کے لیے بازیافت نہیں کر سکتا۔ | 64 ہندسوں والی اینکرپشن کلید
    اپنی چیٹس بحال کریں | آپ کا بیک اپ اینڈ ٹو اینڈ اینکرپٹڈ ہے۔ پیغامات واپس پانے کے لیے اپنی 64 ہندسوں کی کلید درج کریں۔ | آپ کی کلید
  `),
  ms: wordings(`
    Pulihkan sembang anda | Sandaran anda disulitkan hujung ke hujung. Masukkan kunci penyulitan 64 digit untuk mendapatkan semula mesej anda. | Kunci anda
    Buka kunci sandaran | Taip kunci yang anda simpan semasa menghidupkan sandaran. WhatsApp tidak dapat memulihkannya untuk anda. | Kunci penyulitan 64 digit
  `),
  nl: wordings(`
    Voer je sleutel in | Je chatgeschiedenis kan alleen worden teruggezet met de sleutel die je hebt bewaard toen je de back-up inschakelde. | 64-cijferige coderingssleutel
    Chats herstellen | Je back-up is end-to-end versleuteld. Vul de sleutel van 64 tekens in om je berichten terug te krijgen. | Sleutel
  `),
  fa: wordings(`
    بازیابی گفتگوها | پشتیبان شما رمزگذاری سرتاسری شده است. برای بازگرداندن پیام‌ها، کلید رمزگذاری ۶۴ رقمی خود را وارد کنید. | کلید شما
    باز کردن قفل پشتیبان | کلیدی را که هنگام روشن کردن پشتیبان‌گیری ذخیره کرده‌اید وارد کنید. واتساپ نمی‌تواند آن را برایتان بازیابی کند. | کلید رمزگذاری 64 رقمی
  `),
  he: wordings(`
    פתיחת הגיבוי | יש להזין את המפתח ששמרת כשהפעלת את הגיבוי. ל-WhatsApp אין אפשרות לשחזר אותו עבורך. | מפתח הצפנה בן 64 ספרות
    שחזור הצ'אטים | הגיבוי שלך מוצפן מקצה לקצה. כדי לקבל בחזרה את ההודעות, יש להזין את מפתח ההצפנה בן 64 הספרות. | המפתח שלך
  `),
  sw: wordings(`
    Rejesha gumzo zako | Nakala yako imefumbwa mwisho hadi mwisho. Weka ufunguo wa tarakimu 64 ili upate tena jumbe zako. | Ufunguo wako
    Fungua nakala yako | Andika ufunguo uliohifadhi ulipowasha nakala iliyofumbwa. WhatsApp haiwezi kukurejeshea ufunguo huo. | Ufunguo wa usimbaji wa tarakimu 64
  `),
  zh: wordings(`
    恢复聊天记录 | 你的备份已进行端到端加密。请输入 64 位加密密钥，以恢复你的消息。 | 密钥
    解锁备份 | 请输入开启备份时保存的密钥。WhatsApp 无法为你找回密钥。 | 64位数加密密钥
  `),
  pl: wordings(`
    Odblokuj kopię zapasową | Wpisz klucz zapisany podczas włączania kopii zapasowej. WhatsApp nie może go dla Ciebie odzyskać. | 64-cyfrowy klucz szyfrowania
    Przywróć czaty | Twoja kopia zapasowa jest w pełni zaszyfrowana. Aby odzyskać wiadomości, podaj klucz składający się z 64 cyfr. | Twój klucz
  `),
  ro: wordings(`
    Restaurează conversațiile | Backupul tău este criptat integral. Introdu cheia de criptare de 64 de cifre pentru a-ți recupera mesajele. | Cheia ta
    Deblochează backupul | Tastează cheia pe care ai salvat-o când ai activat backupul criptat. WhatsApp nu o poate recupera pentru tine. | Cheie de criptare din 64 de cifre
  `),
  fil: wordings(`
    I-restore ang iyong mga chat | Naka-encrypt end-to-end ang backup mo. Ilagay ang 64-digit na encryption key para maibalik ang iyong mga mensahe. | Ang iyong key
    I-unlock ang backup | I-type ang key na na-save mo noong i-on mo ang backup. Hindi ito mare-recover ng WhatsApp para sa iyo. | 64 na digit na encryption key
  `),
  uk: wordings(`
    Введіть ключ шифрування | Щоб відновити історію чатів, потрібен ключ, який ви зберегли, коли вмикали шифрування резервної копії. | 64-значний ключ
    Відновлення чатів | Вашу резервну копію захищено наскрізним шифруванням. Введіть ключ із 64 цифр, щоб повернути повідомлення. | Ваш ключ
  `),
};

/**
 * Forms that ask for something else, or for a key just made: a new key typed again, a question, and one of
 * several.
 */
export const LAST_OTHERS: Record<string, readonly Wording[]> = {
  en: wordings(`
    End-to-end encrypted backup | Generate your new 64-digit key and write it down. Then type it again below so we know you've saved it. | 64-digit key
    Contact us | If you've lost your 64-digit key and can't restore your chats, tell us as much as you can. | What happened?
    Help Center | Can't find your 64-digit key? Look through articles about restoring an end-to-end encrypted backup. | Search
  `),
  hi: wordings(`
    एंड-टू-एंड एन्क्रिप्टेड बैकअप | हमने आपके लिए 64 अंकों वाली नई की जनरेट की है. इसे सेव करें, फिर यह दिखाने के लिए कि आपने इसे सेव कर लिया है, इसे दोबारा टाइप करें. | 64 अंकों वाली की
    हमसे संपर्क करें | अगर 64 अंकों वाली की डालने के बाद भी बैकअप रीस्टोर नहीं हो रहा है, तो हमें बताएँ. | आपकी समस्या क्या है?
    की सेव करें | 64 अंकों वाली की को अपने पासवर्ड मैनेजर में किसी ऐसे नाम से सेव करें जिसे आप बाद में पहचान सकें. | की का नाम
  `),
  pt: wordings(`
    Backup protegido com a criptografia de ponta a ponta | Gere sua nova chave de 64 dígitos e guarde-a em um lugar seguro. Depois, digite-a novamente para mostrar que você a salvou. | Chave de 64 dígitos
    Fale conosco | Perdeu a chave de 64 dígitos ou não consegue restaurar suas conversas? Descreva o caso com detalhes. | O que aconteceu?
    Restaurar backup | Se você criou uma senha em vez de usar a chave de 64 dígitos, insira-a para restaurar suas conversas. | Senha do backup
  `),
  id: wordings(`
    Cadangan terenkripsi end-to-end | Kunci 64 digit baru Anda sudah dibuat. Simpan kunci ini, lalu ketik sekali lagi untuk menunjukkan bahwa Anda telah menyimpannya. | Kunci 64 digit
    Hubungi kami | Jika Anda tidak dapat memulihkan chat dengan kunci 64 digit, ceritakan kepada kami. | Apa masalah Anda?
    Pulihkan dompet | Masukkan kunci privat dompet kripto Anda yang terdiri dari 64 karakter heksadesimal. | Kunci privat
  `),
  es: wordings(`
    Copia de seguridad cifrada de extremo a extremo | Genera una nueva clave de 64 dígitos y anótala. Después, vuelve a escribirla aquí para demostrar que la guardaste. | Clave de 64 dígitos
    Envíanos tus comentarios | Cuéntanos cómo te fue al restaurar tus chats con la clave de 64 dígitos. | ¿Qué salió mal?
    Centro de ayuda | Encuentra artículos sobre la clave de 64 dígitos y sobre cómo restaurar una copia de seguridad cifrada. | Buscar en la ayuda
  `),
  ru: wordings(`
    Резервная копия со сквозным шифрованием | Мы создали для вас новый 64-значный ключ. Сохраните его и введите ещё раз, чтобы подтвердить, что он записан. | 64-значный ключ
    Служба поддержки | Если чаты не восстанавливаются с помощью 64-значного ключа, опишите всё по порядку. | Что произошло?
    Сохранение ключа | Дайте 64-значному ключу название, чтобы легко найти его, когда понадобится восстановить чаты. | Название ключа
  `),
  ar: wordings(`
    النسخة الاحتياطية المشفّرة تمامًا بين الطرفين | أنشئ مفتاحًا جديدًا مكوّنًا من 64 رقمًا واحفظه، ثم اكتبه مرة أخرى لنتأكد من أنك حفظته. | المفتاح المكوّن من 64 رقمًا
    اتصل بنا | إذا فقدت المفتاح المكوّن من 64 رقمًا ولم تتمكن من استعادة دردشاتك، فأخبرنا بالتفاصيل. | ما المشكلة التي تواجهها؟
    استعادة النسخة الاحتياطية | إذا اخترت كلمة مرور بدلًا من المفتاح المكوّن من 64 رقمًا، فأدخلها لاستعادة رسائلك. | كلمة المرور
  `),
  de: wordings(`
    Ende-zu-Ende-verschlüsseltes Backup | Erzeuge deinen neuen 64-stelligen Schlüssel und schreib ihn auf. Gib ihn dann noch einmal ein, damit wir wissen, dass du ihn gespeichert hast. | 64-stelliger Schlüssel
    Support kontaktieren | Du kannst deine Chats mit dem 64-stelligen Schlüssel nicht wiederherstellen? Beschreibe uns den Fall möglichst genau. | Was ist passiert?
    API-Zugang | Gib das 64-stellige Token aus deinem Entwicklerkonto ein, um die Verbindung wiederherzustellen. | API-Token
  `),
  tr: wordings(`
    Uçtan uca şifreli yedekleme | Sizin için 64 haneli yeni bir anahtar oluşturduk. Anahtarı kaydedin, ardından kaydettiğinizi göstermek için tekrar yazın. | 64 haneli anahtar
    Bize ulaşın | 64 haneli anahtarınızla sohbetlerinizi geri yükleyemiyorsanız bize anlatın. | Sorununuz nedir?
    Yardım Merkezi | 64 haneli anahtar ve şifreli yedeği geri yükleme hakkındaki makalelere göz atın. | Yardımda ara
  `),
  it: wordings(`
    Backup crittografato end-to-end | Genera una nuova chiave a 64 cifre e conservala. Poi digitala di nuovo per dimostrare di averla salvata. | Chiave a 64 cifre
    Contattaci | Hai perso la chiave a 64 cifre o non riesci a ripristinare le chat? Raccontaci tutto. | Cosa è successo?
    Nuovo backup | Questo backup sarà protetto dalla tua chiave a 64 cifre. Scegli un nome per riconoscerlo quando vorrai ripristinarlo. | Nome del backup
  `),
  fr: wordings(`
    Sauvegarde chiffrée de bout en bout | Générez votre nouvelle clé à 64 chiffres et notez-la. Saisissez-la ensuite à nouveau pour montrer que vous l'avez enregistrée. | Clé à 64 chiffres
    Nous contacter | Si vous n'arrivez pas à restaurer vos discussions avec votre clé à 64 chiffres, donnez-nous des détails. | Quel est votre problème ?
    Restaurer la sauvegarde | Cette sauvegarde n'utilise pas de clé à 64 chiffres. Saisissez le code PIN que vous avez choisi. | Code PIN de la sauvegarde
  `),
  bn: wordings(`
    এন্ড-টু-এন্ড এনক্রিপ্টেড ব্যাকআপ | আপনার জন্য ৬৪ সংখ্যার একটি নতুন কী তৈরি করা হয়েছে। এটি সেভ করুন, তারপর সেভ করেছেন তা দেখাতে আবার টাইপ করুন। | ৬৪ সংখ্যার কী
    আমাদের সাথে যোগাযোগ করুন | ৬৪ সংখ্যার কী দিয়ে চ্যাট রিস্টোর করতে না পারলে আমাদের বিস্তারিত জানান। | কী হয়েছে?
    লাইসেন্স সক্রিয় করুন | সফটওয়্যারটি চালু করতে ইমেলে পাওয়া ৬৪ অক্ষরের লাইসেন্স কী লিখুন। | লাইসেন্স কী
  `),
  mr: wordings(`
    एंड-टू-एंड एन्क्रिप्टेड बॅकअप | तुमची नवीन 64 अंकी की जनरेट करा आणि लिहून ठेवा. त्यानंतर ती सेव्ह केल्याचे दाखवण्यासाठी पुन्हा टाइप करा. | 64 अंकी की
    आमच्याशी संपर्क साधा | 64 अंकी की वापरूनही चॅट्स रिस्टोअर होत नसतील तर आम्हाला कळवा. | काय झाले?
    मदत केंद्र | ६४ अंकी की आणि बॅकअप रिस्टोअर करण्याबद्दलचे लेख पहा. | मदतीमध्ये शोधा
  `),
  te: wordings(`
    ఎండ్-టు-ఎండ్ ఎన్‌క్రిప్టెడ్ బ్యాకప్ | మీ కోసం కొత్త 64 అంకెల కీని రూపొందించాము. దాన్ని సేవ్ చేసుకుని, సేవ్ చేసినట్లు చూపడానికి మళ్లీ టైప్ చేయండి. | 64 అంకెల కీ
    మమ్మల్ని సంప్రదించండి | 64 అంకెల కీతో మీ చాట్‌లను పునరుద్ధరించలేకపోతే, మాకు వివరంగా చెప్పండి. | మీ సమస్య ఏమిటి?
    కీని సేవ్ చేయండి | మీ 64 అంకెల కీని తర్వాత సులభంగా గుర్తించడానికి దానికి ఒక పేరు పెట్టండి. | కీ పేరు
  `),
  ta: wordings(`
    முழுமையாக மறையாக்கப்பட்ட பேக்கப் | புதிய 64 இலக்க விசையை உருவாக்கி எழுதி வைத்துக்கொள்ளவும். பிறகு, சேமித்துவிட்டதைக் காட்ட அதை மீண்டும் டைப் செய்யவும். | 64 இலக்க விசை
    எங்களைத் தொடர்புகொள்ளவும் | 64 இலக்க விசை மூலம் சாட்களை மீட்டெடுக்க முடியவில்லை எனில், எங்களிடம் கூறவும். | என்ன நடந்தது?
    பேக்கப்பை மீட்டெடுக்கவும் | 64 இலக்க விசைக்குப் பதிலாக கடவுச்சொல்லை உருவாக்கியிருந்தால், அதை இங்கே உள்ளிடவும். | பேக்கப் கடவுச்சொல்
  `),
  gu: wordings(`
    એન્ડ-ટુ-એન્ડ એન્ક્રિપ્ટેડ બેકઅપ | તમારા માટે 64 અંકની નવી કી જનરેટ કરી છે. તેને સાચવો અને સાચવી છે તે બતાવવા માટે ફરીથી ટાઇપ કરો. | 64 અંકની કી
    અમારો સંપર્ક કરો | 64 અંકની કી વડે ચેટ રિસ્ટોર ન થતી હોય, તો અમને વિગતવાર જણાવો. | તમારી સમસ્યા શું છે?
    ફાઇલ ચકાસો | ડાઉનલોડ કરેલી ફાઇલ સાચી છે કે નહીં તે તપાસવા માટે 64 અક્ષરોનો SHA-256 ચેકસમ પેસ્ટ કરો. | ચેકસમ
  `),
  kn: wordings(`
    ಎಂಡ್-ಟು-ಎಂಡ್ ಎನ್‌ಕ್ರಿಪ್ಟ್ ಮಾಡಿದ ಬ್ಯಾಕಪ್ | ನಿಮ್ಮ ಹೊಸ 64 ಅಂಕಿಯ ಕೀಯನ್ನು ರಚಿಸಿ ಮತ್ತು ಬರೆದಿಟ್ಟುಕೊಳ್ಳಿ. ನಂತರ ಉಳಿಸಿದ್ದೀರಿ ಎಂದು ತೋರಿಸಲು ಅದನ್ನು ಮತ್ತೊಮ್ಮೆ ಟೈಪ್ ಮಾಡಿ. | 64 ಅಂಕಿಯ ಕೀ
    ನಮ್ಮನ್ನು ಸಂಪರ್ಕಿಸಿ | 64 ಅಂಕಿಯ ಕೀ ಬಳಸಿ ಚಾಟ್‌ಗಳನ್ನು ಮರುಸ್ಥಾಪಿಸಲು ಆಗದಿದ್ದರೆ, ನಮಗೆ ತಿಳಿಸಿ. | ಏನಾಯಿತು?
    ಸಹಾಯ ಕೇಂದ್ರ | 64 ಅಂಕಿಯ ಕೀ ಮತ್ತು ಬ್ಯಾಕಪ್ ಮರುಸ್ಥಾಪನೆಯ ಕುರಿತ ಲೇಖನಗಳನ್ನು ನೋಡಿ. | ಹುಡುಕಿ
  `),
  ml: wordings(`
    ആദ്യാവസാന എൻക്രിപ്റ്റ് ചെയ്ത ബാക്കപ്പ് | നിങ്ങൾക്കായി പുതിയ 64 അക്ക കീ സൃഷ്ടിച്ചു. അത് സംരക്ഷിക്കുക, തുടർന്ന് സംരക്ഷിച്ചെന്ന് കാണിക്കാൻ വീണ്ടും ടൈപ്പ് ചെയ്യുക. | 64 അക്ക കീ
    ഞങ്ങളെ ബന്ധപ്പെടുക | 64 അക്ക കീ ഉപയോഗിച്ച് ചാറ്റുകൾ പുനഃസ്ഥാപിക്കാൻ കഴിയുന്നില്ലെങ്കിൽ ഞങ്ങളെ അറിയിക്കുക. | എന്താണ് നിങ്ങളുടെ പ്രശ്നം?
    പുതിയ ബാക്കപ്പ് | 64 അക്ക കീ കൊണ്ട് പരിരക്ഷിച്ച ഈ ബാക്കപ്പ് പിന്നീട് തിരിച്ചറിയാൻ ഒരു പേര് നൽകുക. | ബാക്കപ്പിന്റെ പേര്
  `),
  pa: wordings(`
    ਸਿਰੇ-ਤੋਂ-ਸਿਰੇ ਤੱਕ ਇਨਕ੍ਰਿਪਟਡ ਬੈਕਅੱਪ | ਆਪਣੀ ਨਵੀਂ 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ ਤਿਆਰ ਕਰੋ ਅਤੇ ਲਿਖ ਲਓ। ਫਿਰ ਇਹ ਦਿਖਾਉਣ ਲਈ ਕਿ ਤੁਸੀਂ ਇਸਨੂੰ ਸਾਂਭ ਲਿਆ ਹੈ, ਇਸਨੂੰ ਦੁਬਾਰਾ ਟਾਈਪ ਕਰੋ। | 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ
    ਸਾਡੇ ਨਾਲ ਸੰਪਰਕ ਕਰੋ | ਜੇ 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ ਨਾਲ ਚੈਟਾਂ ਰੀਸਟੋਰ ਨਹੀਂ ਹੋ ਰਹੀਆਂ, ਤਾਂ ਸਾਨੂੰ ਦੱਸੋ। | ਕੀ ਹੋਇਆ?
    ਬੈਕਅੱਪ ਰੀਸਟੋਰ ਕਰੋ | ਇਸ ਬੈਕਅੱਪ ਲਈ 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ ਦੀ ਲੋੜ ਨਹੀਂ ਹੈ। ਆਪਣੇ ਫ਼ੋਨ 'ਤੇ ਦਿਖਾਇਆ 6 ਅੰਕਾਂ ਦਾ ਕੋਡ ਦਰਜ ਕਰੋ। | 6 ਅੰਕਾਂ ਦਾ ਕੋਡ
  `),
  ur: wordings(`
    اینڈ ٹو اینڈ اینکرپٹڈ بیک اپ | آپ کے لیے 64 ہندسوں کی نئی کلید بنائی گئی ہے۔ اسے محفوظ کریں، پھر یہ دکھانے کے لیے کہ آپ نے اسے محفوظ کر لیا ہے، دوبارہ ٹائپ کریں۔ | 64 ہندسوں کی کلید
    ہم سے رابطہ کریں | اگر آپ 64 ہندسوں کی کلید سے اپنی چیٹس بحال نہیں کر پا رہے تو ہمیں تفصیل بتائیں۔ | آپ کا مسئلہ کیا ہے؟
    والیٹ بحال کریں | اپنے کرپٹو والیٹ کی 64 حروف پر مشتمل نجی کلید درج کریں۔ | نجی کلید
  `),
  ms: wordings(`
    Sandaran disulitkan hujung ke hujung | Jana kunci 64 digit baharu anda dan catatkannya. Kemudian, taip kunci itu sekali lagi untuk menunjukkan bahawa anda telah menyimpannya. | Kunci 64 digit
    Hubungi kami | Jika anda tidak dapat memulihkan sembang dengan kunci 64 digit, beritahu kami butirannya. | Apa yang berlaku?
    Pusat Bantuan | Lihat artikel tentang kunci 64 digit dan cara memulihkan sandaran yang disulitkan. | Cari bantuan
  `),
  nl: wordings(`
    End-to-end versleutelde back-up | We hebben een nieuwe 64-cijferige sleutel voor je gemaakt. Bewaar de sleutel en typ hem daarna nog eens om te laten zien dat je hem hebt opgeslagen. | 64-cijferige sleutel
    Feedback geven | Lukte het niet om je chats te herstellen met je 64-cijferige sleutel? We horen het graag. | Wat ging er mis?
    Sleutel bewaren | Geef je 64-cijferige sleutel een naam, zodat je hem terugvindt als je je chats wilt herstellen. | Naam van de sleutel
  `),
  fa: wordings(`
    پشتیبان رمزگذاری‌شدهٔ سرتاسری | کلید ۶۴ رقمی جدید خود را ایجاد و یادداشت کنید. سپس برای اینکه نشان دهید آن را ذخیره کرده‌اید، دوباره تایپش کنید. | کلید ۶۴ رقمی
    تماس با ما | اگر کلید ۶۴ رقمی را گم کرده‌اید و نمی‌توانید گفتگوهایتان را بازیابی کنید، برای ما بنویسید. | چه اتفاقی افتاد؟
    بازیابی پشتیبان | اگر به‌جای کلید ۶۴ رقمی گذرواژه ساخته‌اید، آن را برای بازیابی پیام‌ها وارد کنید. | گذرواژهٔ پشتیبان
  `),
  he: wordings(`
    גיבוי מוצפן מקצה לקצה | יצרנו עבורך מפתח חדש בן 64 ספרות. יש לשמור אותו ואז להקליד אותו שוב כדי להראות שהוא נשמר. | מפתח בן 64 ספרות
    יצירת קשר | אם לא הצלחת לשחזר את הצ'אטים בעזרת המפתח בן 64 הספרות, נשמח לקבל פרטים. | מה הבעיה?
    הפעלת רישיון | כדי להפעיל את התוכנה, יש להזין את מפתח הרישיון בן 64 התווים שנשלח אליך באימייל. | מפתח רישיון
  `),
  sw: wordings(`
    Nakala iliyofumbwa mwisho hadi mwisho | Tengeneza ufunguo wako mpya wa tarakimu 64 na uuandike mahali salama. Kisha uandike tena hapa ili kuonyesha kuwa umeuhifadhi. | Ufunguo wa tarakimu 64
    Wasiliana nasi | Ikiwa huwezi kurejesha gumzo zako kwa ufunguo wa tarakimu 64, tueleze zaidi. | Nini kilitokea?
    Kituo cha Msaada | Soma makala kuhusu ufunguo wa tarakimu 64 na jinsi ya kurejesha nakala yako. | Tafuta
  `),
  zh: wordings(`
    端到端加密备份 | 我们已为你生成新的 64 位密钥。请妥善保存，然后再次输入，以确认你已保存。 | 64 位密钥
    联系我们 | 如果你丢失了 64 位密钥而无法恢复聊天记录，请告诉我们详细情况。 | 发生了什么问题？
    保存密钥 | 为你的 64 位密钥起个名称，以便日后恢复备份时能找到它。 | 密钥名称
  `),
  pl: wordings(`
    W pełni zaszyfrowana kopia zapasowa | Wygeneruj nowy 64-cyfrowy klucz i zapisz go. Następnie wpisz go ponownie, aby pokazać, że został zapisany. | 64-cyfrowy klucz
    Skontaktuj się z nami | Jeśli nie możesz przywrócić czatów za pomocą 64-cyfrowego klucza, opisz nam sytuację. | Co się stało?
    Przywróć kopię zapasową | Jeśli zamiast 64-cyfrowego klucza ustawiono hasło, wpisz je, aby odzyskać wiadomości. | Hasło
  `),
  ro: wordings(`
    Backup criptat integral | Am generat pentru tine o cheie nouă de 64 de cifre. Salveaz-o, apoi tasteaz-o din nou ca să arăți că ai salvat-o. | Cheie de 64 de cifre
    Contactează-ne | Dacă nu îți poți restaura conversațiile cu cheia de 64 de cifre, dă-ne cât mai multe detalii. | Care este problema ta?
    Verifică fișierul | Lipește suma de control de 64 de caractere pentru a verifica fișierul de backup descărcat. | Sumă de control
  `),
  fil: wordings(`
    End-to-end na naka-encrypt na backup | Bumuo ng bagong 64-digit na key at isulat ito. Pagkatapos, i-type itong muli para ipakitang na-save mo na ito. | 64-digit na key
    Makipag-ugnayan sa amin | Kung hindi mo ma-restore ang iyong mga chat gamit ang 64-digit na key, ikuwento sa amin ang detalye. | Ano ang nangyari?
    Help Center | Basahin ang mga artikulo tungkol sa 64-digit na key at sa pag-restore ng backup. | Maghanap
  `),
  uk: wordings(`
    Резервна копія з наскрізним шифруванням | Створіть новий 64-значний ключ і запишіть його. Потім введіть його ще раз, щоб показати, що ви його зберегли. | 64-значний ключ
    Служба підтримки | Якщо не вдається відновити чати за допомогою 64-значного ключа, розкажіть нам докладніше. | У чому ваша проблема?
    Нова резервна копія | Цю копію буде захищено 64-значним ключем. Назвіть її, щоб упізнати, коли відновлюватимете чати. | Назва резервної копії
  `),
};
