/**
 * Wordings in 19 further languages to measure by, never to fit to: written without sight of the finder's
 * words or the other wordings, and committed before they were first run. One a line, `title | text | name of
 * the field`.
 */
import { wordings } from "./unseen.ts";
import type { Wording } from "./wordings.ts";

/** Forms that ask for the 64-digit key of a backup. One of each four never says "backup". */
export const MORE_RESTORES: Record<string, readonly Wording[]> = {
  bn: wordings(`
ব্যাকআপ আনলক করুন | আপনার ব্যাকআপ এন্ড-টু-এন্ড এনক্রিপ্ট করা আছে। পুনরুদ্ধার করতে ৬৪ সংখ্যার এনক্রিপশন কী লিখুন। | এনক্রিপশন কী
আপনার চ্যাট ফিরিয়ে আনুন | পুরনো মেসেজগুলো ফিরে পেতে আপনার 64 অক্ষরের কী পেস্ট করুন। | আপনার কী
চ্যাট হিস্ট্রি রিস্টোর করুন | Google Drive-এ 3 মার্চের একটি ব্যাকআপ পাওয়া গেছে। এনক্রিপশন চালু করার সময় যে কী সেভ করেছিলেন, সেটি ব্যবহার করুন। | 64-সংখ্যার কী
আবার স্বাগতম | ব্যাকআপটি ডিক্রিপ্ট করতে 64টি সংখ্যা ও অক্ষর দিয়ে তৈরি কী টাইপ করুন। WhatsApp-এর কাছে এর কোনো কপি নেই। | ব্যাকআপের কী
`),
  mr: wordings(`
64 अंकी की एंटर करा | तुमचा बॅकअप एंड-टू-एंड एन्क्रिप्टेड आहे. तो रिस्टोर करण्यासाठी तुमची एन्क्रिप्शन की आवश्यक आहे. | एन्क्रिप्शन की
जुने मेसेज परत मिळवा | तुमचे चॅट्स रिस्टोर करण्यासाठी ६४ अंकी की टाइप करा. ही की फक्त तुमच्याकडे आहे. | तुमची की
एंड-टू-एंड एन्क्रिप्टेड बॅकअप | हा बॅकअप उघडण्यासाठी, तुम्ही जतन करून ठेवलेली की पेस्ट करा. | की (64 अक्षरे)
चॅट इतिहास पूर्ववत करा | 12 जानेवारीचा बॅकअप सापडला. तो डिक्रिप्ट करण्यासाठी 64 अंक आणि अक्षरांची गुप्त किल्ली वापरा. | बॅकअपची किल्ली
`),
  te: wordings(`
మీ బ్యాకప్‌ను అన్‌లాక్ చేయండి | దీన్ని పునరుద్ధరించడానికి 64 అంకెల ఎన్‌క్రిప్షన్ కీని నమోదు చేయండి. | ఎన్‌క్రిప్షన్ కీ
మీ చాట్‌లను తిరిగి పొందండి | మీ పాత మెసేజ్‌లను వెనక్కి తీసుకురావడానికి, మీరు రాసి పెట్టుకున్న కీని టైప్ చేయండి. | 64 అంకెల కీ
చాట్ హిస్టరీని రీస్టోర్ చేయండి | Google Driveలో ఎండ్-టు-ఎండ్ ఎన్‌క్రిప్ట్ చేసిన బ్యాకప్ కనుగొనబడింది. కొనసాగడానికి మీ ౬౪ అంకెల కీని ఉపయోగించండి. | మీ కీ
బ్యాకప్‌ను డీక్రిప్ట్ చేయండి | 64 అక్షరాలు, సంఖ్యలు ఉన్న కీని ఇక్కడ పేస్ట్ చేయండి. అది పోతే WhatsApp మీకు తిరిగి ఇవ్వలేదు. | బ్యాకప్ కీ
`),
  ta: wordings(`
காப்புப்பிரதியை மீட்டெடுக்கவும் | உங்கள் காப்புப்பிரதி முழுமையாக மறையாக்கம் செய்யப்பட்டுள்ளது. தொடர, 64 இலக்க மறையாக்க விசையை உள்ளிடவும். | மறையாக்க விசை
உங்கள் மெசேஜ்களைத் திரும்பப் பெறுங்கள் | பழைய சாட்களை மீட்டெடுக்க, 64 எழுத்துகளும் எண்களும் கொண்ட உங்கள் விசையை ஒட்டவும். | உங்கள் விசை
பேக்கப்பைத் திறக்கவும் | மறையாக்கத்தை இயக்கியபோது நீங்கள் சேமித்துவைத்த விசையைத் தட்டச்சு செய்யவும். அதை WhatsApp-ஆல் மீட்டுத்தர முடியாது. | 64 இலக்க விசை
சாட் வரலாற்றை மீட்டமைக்கவும் | மார்ச் 3 அன்று எடுக்கப்பட்ட காப்புப்பிரதி உள்ளது. அதை மீட்டமைக்க ௬௪ இலக்க விசையைப் பயன்படுத்தவும். | விசையை உள்ளிடவும்
`),
  gu: wordings(`
બૅકઅપ અનલૉક કરો | તમારો બૅકઅપ એન્ડ-ટુ-એન્ડ એન્ક્રિપ્ટ કરેલો છે. તેને રિસ્ટોર કરવા માટે ૬૪ અંકની એન્ક્રિપ્શન કી દાખલ કરો. | એન્ક્રિપ્શન કી
તમારી ચેટ પાછી મેળવો | જૂના મેસેજ રિસ્ટોર કરવા 64-અંકની કી ટાઇપ કરો. કી વગર અમે તેને ખોલી શકતા નથી. | તમારી કી
ચેટ હિસ્ટ્રી રિસ્ટોર કરો | આ ફોન નંબર માટે એન્ક્રિપ્ટેડ બૅકઅપ મળ્યો. આગળ વધવા તમે સાચવી રાખેલી કી પેસ્ટ કરો. | 64 અક્ષરોની કી
તમારી ચેટ ઇમ્પોર્ટ કરો | Google Drive પરનો બૅકઅપ ડિક્રિપ્ટ કરવા માટે 64 આંકડા અને અક્ષરોવાળી કીનો ઉપયોગ કરો. | બૅકઅપની કી
`),
  kn: wordings(`
ನಿಮ್ಮ ಬ್ಯಾಕಪ್ ಅನ್ನು ಮರುಸ್ಥಾಪಿಸಿ | ಇದು ಎಂಡ್-ಟು-ಎಂಡ್ ಎನ್‌ಕ್ರಿಪ್ಟ್ ಆಗಿದೆ. ಮುಂದುವರಿಯಲು 64 ಅಂಕಿಗಳ ಎನ್‌ಕ್ರಿಪ್ಶನ್ ಕೀಯನ್ನು ನಮೂದಿಸಿ. | ಎನ್‌ಕ್ರಿಪ್ಶನ್ ಕೀ
ಹಳೆಯ ಚಾಟ್‌ಗಳನ್ನು ಮರಳಿ ಪಡೆಯಿರಿ | ಸಂದೇಶಗಳನ್ನು ಮರುಸ್ಥಾಪಿಸಲು ನೀವು ಬರೆದಿಟ್ಟುಕೊಂಡ ೬೪ ಅಂಕಿಗಳ ಕೀಯನ್ನು ಟೈಪ್ ಮಾಡಿ. | ನಿಮ್ಮ ಕೀ
ಬ್ಯಾಕಪ್ ಅನ್‌ಲಾಕ್ ಮಾಡಿ | ಈ ಬ್ಯಾಕಪ್ ತೆರೆಯಲು ನಿಮ್ಮ ಕೀಯನ್ನು ಪೇಸ್ಟ್ ಮಾಡಿ. ಅದು WhatsApp ಬಳಿ ಇರುವುದಿಲ್ಲ. | 64-ಅಂಕಿಯ ಕೀ
ಚಾಟ್ ಇತಿಹಾಸವನ್ನು ಡೀಕ್ರಿಪ್ಟ್ ಮಾಡಿ | Google Drive ಬ್ಯಾಕಪ್‌ನಿಂದ ಚಾಟ್‌ಗಳನ್ನು ಮರಳಿ ತರಲು 64 ಅಕ್ಷರ ಮತ್ತು ಸಂಖ್ಯೆಗಳ ಕೀಯನ್ನು ಬಳಸಿ. | ಬ್ಯಾಕಪ್ ಕೀ
`),
  ml: wordings(`
ബാക്കപ്പ് പുനഃസ്ഥാപിക്കുക | നിങ്ങളുടെ ബാക്കപ്പ് ആദ്യാവസാനം എൻക്രിപ്റ്റ് ചെയ്തതാണ്. അത് അൺലോക്ക് ചെയ്യാൻ 64 അക്ക എൻക്രിപ്ഷൻ കീ നൽകുക. | എൻക്രിപ്ഷൻ കീ
നിങ്ങളുടെ സന്ദേശങ്ങൾ വീണ്ടെടുക്കുക | ചാറ്റുകൾ തിരികെ ലഭിക്കാൻ 64 അക്കങ്ങളും അക്ഷരങ്ങളുമുള്ള കീ ഇവിടെ ഒട്ടിക്കുക. | കീ
ചാറ്റ് ചരിത്രം തിരികെ നേടുക | Google Drive-ൽ ഒരു ബാക്കപ്പ് കണ്ടെത്തി. തുടരാൻ, എൻക്രിപ്ഷൻ ഓണാക്കിയപ്പോൾ നിങ്ങൾ സൂക്ഷിച്ചുവെച്ച കീ ടൈപ്പ് ചെയ്യുക. | 64 അക്ക കീ
ബാക്കപ്പ് ഡീക്രിപ്റ്റ് ചെയ്യുക | മാർച്ച് 3-ലെ ബാക്കപ്പ് തുറക്കാൻ ൬൪ അക്കങ്ങളുള്ള കീ ഉപയോഗിക്കുക. | നിങ്ങളുടെ ബാക്കപ്പ് കീ
`),
  pa: wordings(`
ਆਪਣਾ ਬੈਕਅੱਪ ਅਣਲਾਕ ਕਰੋ | ਤੁਹਾਡਾ ਬੈਕਅੱਪ ਸਿਰੇ-ਤੋਂ-ਸਿਰੇ ਤੱਕ ਇਨਕ੍ਰਿਪਟ ਕੀਤਾ ਹੋਇਆ ਹੈ। ਇਸਨੂੰ ਰੀਸਟੋਰ ਕਰਨ ਲਈ 64-ਅੰਕਾਂ ਵਾਲੀ ਇਨਕ੍ਰਿਪਸ਼ਨ ਕੁੰਜੀ ਭਰੋ। | ਇਨਕ੍ਰਿਪਸ਼ਨ ਕੁੰਜੀ
ਆਪਣੀਆਂ ਚੈਟਾਂ ਵਾਪਸ ਪਾਓ | ਪੁਰਾਣੇ ਸੁਨੇਹੇ ਰੀਸਟੋਰ ਕਰਨ ਲਈ ੬੪ ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ ਟਾਈਪ ਕਰੋ, ਜੋ ਸਿਰਫ਼ ਤੁਹਾਡੇ ਕੋਲ ਹੈ। | ਤੁਹਾਡੀ ਕੁੰਜੀ
ਚੈਟ ਹਿਸਟਰੀ ਰੀਸਟੋਰ ਕਰੋ | 3 ਮਾਰਚ ਦਾ ਬੈਕਅੱਪ ਮਿਲਿਆ। ਜਾਰੀ ਰੱਖਣ ਲਈ ਉਹ ਕੁੰਜੀ ਵਰਤੋ ਜੋ ਤੁਸੀਂ ਬੈਕਅੱਪ ਚਾਲੂ ਕਰਦੇ ਸਮੇਂ ਸੰਭਾਲੀ ਸੀ। | 64 ਅੰਕਾਂ ਵਾਲੀ ਕੁੰਜੀ
ਬੈਕਅੱਪ ਡੀਕ੍ਰਿਪਟ ਕਰੋ | 64 ਅੱਖਰਾਂ ਅਤੇ ਨੰਬਰਾਂ ਵਾਲੀ ਕੀ ਇੱਥੇ ਪੇਸਟ ਕਰੋ। | ਬੈਕਅੱਪ ਦੀ ਕੀ
`),
  ur: wordings(`
بیک اپ بحال کریں | آپ کا بیک اپ اینڈ ٹو اینڈ انکرپٹڈ ہے۔ جاری رکھنے کے لیے 64 ہندسوں کی انکرپشن کلید درج کریں۔ | انکرپشن کلید
اپنے پیغامات واپس حاصل کریں | پرانی چیٹس بحال کرنے کے لیے اپنی ۶۴ ہندسوں والی کلید ٹائپ کریں۔ | آپ کی کلید
چیٹ ہسٹری بحال کریں | Google Drive پر ایک بیک اپ ملا ہے۔ اسے کھولنے کے لیے وہ کلید پیسٹ کریں جو آپ نے محفوظ کی تھی۔ | 64 ہندسوں کی کلید
خوش آمدید | اپنا بیک اپ ڈیکرپٹ کرنے کے لیے 64 حروف اور اعداد پر مشتمل کلید استعمال کریں۔ WhatsApp اسے آپ کے لیے بازیافت نہیں کر سکتا۔ | بیک اپ کی کلید
`),
  ms: wordings(`
Masukkan kunci 64 digit | Sandaran anda disulitkan hujung ke hujung. Kunci penyulitan diperlukan untuk memulihkannya. | Kunci penyulitan
Dapatkan semula sembang anda | Taipkan kunci yang pernah anda catat untuk mengembalikan mesej lama. | Kunci anda (64 aksara)
Pulihkan sejarah sembang | Kami menemui sandaran bertarikh 3 Mac di Google Drive. Gunakan kunci 64 digit yang anda simpan semasa menghidupkan penyulitan. | Kunci
Nyahsulit sandaran | Tampalkan kunci anda di sini: 64 nombor dan huruf. Ruang kosong tidak diambil kira. | Kunci sandaran
`),
  nl: wordings(`
Back-up ontgrendelen | Je back-up is end-to-end versleuteld. Voer je 64-cijferige encryptiesleutel in om hem terug te zetten. | Encryptiesleutel
Haal je chats terug | Typ de sleutel van 64 tekens die je hebt genoteerd, dan zetten we je berichten terug. | Je sleutel
Chatgeschiedenis herstellen | We hebben een back-up van 3 maart gevonden (1,8 GB). Gebruik de sleutel die je hebt opgeslagen toen je versleuteling aanzette. | 64-cijferige sleutel
Welkom terug | Plak hier de sleutel, 64 cijfers en letters, waarmee je back-up is beveiligd. WhatsApp heeft er geen kopie van. | Sleutel van je back-up
`),
  fa: wordings(`
بازیابی پشتیبان | نسخهٔ پشتیبان شما رمزگذاری سرتاسری دارد. برای ادامه، کلید رمزگذاری ۶۴ رقمی را وارد کنید. | کلید رمزگذاری
گپ‌هایتان را برگردانید | برای بازگرداندن پیام‌های قدیمی، کلید ۶۴ رقمی خود را تایپ کنید. | کلید شما
بازیابی سابقهٔ گفتگو | یک نسخهٔ پشتیبان در Google Drive پیدا شد. از کلیدی که هنگام روشن کردن رمزگذاری ذخیره کردید استفاده کنید. | کلید ۶۴ رقمی
رمزگشایی نسخهٔ پشتیبان | کلید خود را که از 64 عدد و حرف تشکیل شده است اینجا جای‌گذاری کنید. | کلید پشتیبان
`),
  he: wordings(`
שחזור הגיבוי | הגיבוי שלך מוצפן מקצה לקצה. כדי להמשיך, יש להזין את מפתח ההצפנה בן 64 הספרות. | מפתח הצפנה
רוצים את הצ'אטים בחזרה? | כדי לשחזר את ההודעות, הקלידו את המפתח בן 64 הספרות ששמרתם. | המפתח שלך
שחזור היסטוריית הצ'אטים | מצאנו גיבוי מ-3 במרץ ב-Google Drive. יש להשתמש במפתח שקיבלת כשהפעלת את ההצפנה. | מפתח בן 64 ספרות
פענוח הגיבוי | הדביקו כאן את המפתח שלכם: 64 תווים, אותיות ומספרים. ל-WhatsApp אין עותק שלו. | מפתח הגיבוי
`),
  sw: wordings(`
Rejesha nakala rudufu | Nakala yako rudufu imesimbwa mwanzo hadi mwisho. Weka ufunguo wa usimbaji wenye tarakimu 64 ili kuendelea. | Ufunguo wa usimbaji
Rudisha gumzo zako | Andika ufunguo wako wa tarakimu 64 ili upate tena ujumbe wako wa zamani. | Ufunguo wako
Rejesha historia ya gumzo | Tumepata hifadhi rudufu ya tarehe 3 Machi kwenye Google Drive. Tumia ufunguo uliouhifadhi ulipowasha usimbaji fiche. | Ufunguo wa tarakimu 64
Fungua hifadhi rudufu | Bandika hapa ufunguo wenye herufi na namba 64. WhatsApp haiwezi kukurudishia ukiupoteza. | Ufunguo wa hifadhi rudufu
`),
  zh: wordings(`
恢复备份 | 您的备份已进行端到端加密。请输入 64 位加密密钥以继续。 | 加密密钥
找回聊天记录 | 粘贴您保存的 64 位密钥，即可恢复以前的消息。 | 您的密钥
還原對話記錄 | 我們在 Google 雲端硬碟找到 3 月 3 日的備份。請使用您開啟加密時儲存的金鑰。 | 64 位數金鑰
解密備份 | 請鍵入由六十四個數字和英文字母組成的金鑰。如果遺失，WhatsApp 無法替您找回。 | 備份金鑰
`),
  pl: wordings(`
Odblokuj kopię zapasową | Twoja kopia zapasowa jest w pełni zaszyfrowana. Wprowadź 64-cyfrowy klucz szyfrowania, aby ją przywrócić. | Klucz szyfrowania
Odzyskaj swoje czaty | Wpisz zapisany wcześniej klucz, a przywrócimy Twoje wiadomości. | Twój klucz (64 znaki)
Przywracanie historii czatów | Na Dysku Google znaleziono kopię zapasową z 3 marca. Użyj 64-znakowego klucza otrzymanego podczas włączania szyfrowania. | Klucz
Odszyfruj kopię zapasową | Wklej tutaj swój klucz: 64 cyfry i litery. WhatsApp nie może go odzyskać. | Klucz kopii zapasowej
`),
  ro: wordings(`
Restabilește backupul | Backupul tău este criptat integral. Introdu cheia de criptare din 64 de cifre pentru a continua. | Cheie de criptare
Recuperează-ți conversațiile | Tastează cheia de 64 de caractere pe care ai notat-o ca să îți recapeți mesajele. | Cheia ta
Restaurează istoricul conversațiilor | Am găsit o copie de rezervă din 3 martie în Google Drive. Folosește cheia pe care ai salvat-o când ai activat criptarea. | Cheie din 64 de cifre
Decriptează copia de rezervă | Lipește aici cheia formată din 64 de cifre și litere. WhatsApp nu o poate recupera pentru tine. | Cheia backupului
`),
  fil: wordings(`
I-restore ang backup | Naka-end-to-end encrypt ang backup mo. Ilagay ang 64-digit na encryption key para magpatuloy. | Encryption key
Ibalik ang mga chat mo | I-type ang 64-digit na key na itinago mo para makuha ulit ang mga dati mong mensahe. | Ang iyong key
I-restore ang history ng chat | May nakita kaming backup mula Marso 3 sa Google Drive. Gamitin ang key na na-save mo noong in-on mo ang pag-encrypt. | 64-digit na key
I-unlock ang backup mo | I-paste dito ang key na may 64 na numero at letra. Walang kopya nito ang WhatsApp. | Key ng backup
`),
  uk: wordings(`
Розблокуйте резервну копію | Ваша резервна копія захищена наскрізним шифруванням. Введіть 64-значний ключ шифрування, щоб відновити її. | Ключ шифрування
Поверніть свої чати | Щоб відновити повідомлення, наберіть збережений ключ із 64 символів. | Ваш ключ
Відновлення історії чатів | На Google Диску знайдено резервну копію від 3 березня. Скористайтеся ключем, який ви зберегли, коли вмикали шифрування. | 64-значний ключ
З поверненням! | Вставте ключ із 64 цифр і літер, щоб розшифрувати резервну копію. WhatsApp не може його відновити. | Ключ резервної копії
`),
};

/** Fields of such pages that must never get the key: made keys, PINs, support, names and other secrets. */
export const MORE_OTHERS: Record<string, readonly Wording[]> = {
  bn: wordings(`
এনক্রিপ্ট করা ব্যাকআপ চালু করুন | আপনার জন্য একটি ৬৪ সংখ্যার কী তৈরি করা হয়েছে। কী সেভ করেছেন তা নিশ্চিত করতে এখানে আবার লিখুন। | কী নিশ্চিত করুন
পাসওয়ার্ড লিখুন | এন্ড-টু-এন্ড এনক্রিপ্টেড ব্যাকআপ রিস্টোর করতে আপনার তৈরি করা পাসওয়ার্ড দিন। | ব্যাকআপের পাসওয়ার্ড
আমাদের সাথে যোগাযোগ করুন | 64 সংখ্যার কী দিয়ে ব্যাকআপ রিস্টোর করতে সমস্যা হচ্ছে? কী হয়েছে আমাদের জানান। | সমস্যাটি বর্ণনা করুন
নতুন গ্রুপ | গ্রুপের একটি নাম দিন, সর্বোচ্চ 64 অক্ষর। | গ্রুপের নাম
ওয়ালেট ইমপোর্ট করুন | আপনার ওয়ালেট পুনরুদ্ধার করতে 64 অক্ষরের প্রাইভেট কী পেস্ট করুন। | প্রাইভেট কী
`),
  mr: wordings(`
तुमची की तयार करा | एन्क्रिप्टेड बॅकअप सुरू करण्यासाठी 64 अंकी की जनरेट करा आणि ती जतन केल्याची खात्री करण्यासाठी खाली एंटर करा. | 64 अंकी की
तुमचा पिन टाका | एंड-टू-एंड एन्क्रिप्टेड बॅकअप अनलॉक करण्यासाठी 6 अंकी पिन एंटर करा. | पिन
मदत हवी आहे? | तुमची 64 अंकी की हरवली असेल तर आम्ही तुमचे चॅट्स रिस्टोर करू शकत नाही. इतर काही अडचण असल्यास आम्हाला लिहा. | तुमचा मेसेज
नवीन लेबल | लेबलला नाव द्या. 0/64 | लेबलचे नाव
API टोकन जोडा | तुमचे बिझनेस अकाउंट कनेक्ट करण्यासाठी 64 अक्षरांचे ॲक्सेस टोकन पेस्ट करा. | API टोकन
`),
  te: wordings(`
మీ కీని నిర్ధారించండి | బ్యాకప్ కోసం మీ కొత్త 64 అంకెల కీ సృష్టించబడింది. మీరు దాన్ని సేవ్ చేసుకున్నారని నిర్ధారించడానికి మళ్లీ నమోదు చేయండి. | కీని మళ్లీ నమోదు చేయండి
మీ పాస్‌వర్డ్‌ను నమోదు చేయండి | ఎన్‌క్రిప్ట్ చేసిన బ్యాకప్‌ను పునరుద్ధరించడానికి, మీరు సృష్టించిన పాస్‌వర్డ్ అవసరం. | పాస్‌వర్డ్
మమ్మల్ని సంప్రదించండి | 64 అంకెల కీతో చాట్‌లను పునరుద్ధరించలేకపోతున్నారా? ఏం జరిగిందో మాకు చెప్పండి. | మీ సమస్యను వివరించండి
కొత్త గ్రూప్ | గ్రూప్ పేరులో గరిష్ఠంగా 64 అక్షరాలు ఉండవచ్చు. | గ్రూప్ పేరు
ఫైల్‌ను ధృవీకరించండి | డౌన్‌లోడ్ చేసిన ఫైల్‌తో పోల్చడానికి 64 అక్షరాల SHA-256 చెక్‌సమ్‌ను పేస్ట్ చేయండి. | చెక్‌సమ్
`),
  ta: wordings(`
மறையாக்கப்பட்ட காப்புப்பிரதியை இயக்கவும் | 64 இலக்க விசையை உருவாக்கி, அதைச் சேமித்துவிட்டீர்கள் என்பதை உறுதிப்படுத்த இங்கே உள்ளிடவும். | விசையை உறுதிப்படுத்தவும்
6 இலக்கக் குறியீட்டை உள்ளிடவும் | காப்புப்பிரதியை மீட்டெடுக்க, நாங்கள் SMS மூலம் அனுப்பிய குறியீட்டை உள்ளிடவும். | 6 இலக்கக் குறியீடு
உதவி மையம் | 64 இலக்க விசை தொலைந்துவிட்டதா? காப்புப்பிரதியை மீட்டெடுப்பதில் உள்ள சிக்கலை எங்களிடம் கூறுங்கள். | உங்கள் மெசேஜ்
குறிப்பைச் சேர்க்கவும் | இந்தத் தொடர்பைப் பற்றி 64 எழுத்துகள் வரை எழுதலாம். | குறிப்பு
உரிமத்தைச் செயல்படுத்தவும் | மின்னஞ்சலில் வந்த 64 எழுத்து உரிம விசையை உள்ளிடவும். | உரிம விசை
`),
  gu: wordings(`
તમારી કી સાચવો | અમે તમારા બૅકઅપ માટે નવી 64-અંકની કી બનાવી છે. તમે તેને લખી લીધી છે તેની ખાતરી કરવા અહીં દાખલ કરો. | 64-અંકની કી
પિન દાખલ કરો | એન્ક્રિપ્ટેડ બૅકઅપ રિસ્ટોર કરવા તમારો 6-અંકનો પિન દાખલ કરો. | બૅકઅપનો પિન
સપોર્ટનો સંપર્ક કરો | 64-અંકની કી વડે બૅકઅપ રિસ્ટોર થતો નથી? વિગતવાર જણાવો. કી ક્યારેય કોઈને મોકલશો નહીં. | સમસ્યાનું વર્ણન કરો
ગ્રૂપનું નામ બદલો | વધુમાં વધુ 64 અક્ષરો. 12/64 | ગ્રૂપનું નામ
વૉલેટ રિકવર કરો | તમારું વૉલેટ પાછું મેળવવા 64 અક્ષરોની ખાનગી કી પેસ્ટ કરો. | ખાનગી કી
`),
  kn: wordings(`
ಎನ್‌ಕ್ರಿಪ್ಟ್ ಮಾಡಿದ ಬ್ಯಾಕಪ್ ಆನ್ ಮಾಡಿ | ನಿಮ್ಮ 64-ಅಂಕಿಯ ಕೀಯನ್ನು ರಚಿಸಿ, ನಂತರ ಅದನ್ನು ಉಳಿಸಿದ್ದೀರಿ ಎಂದು ದೃಢೀಕರಿಸಲು ಇಲ್ಲಿ ನಮೂದಿಸಿ. | ಕೀಯನ್ನು ದೃಢೀಕರಿಸಿ
ಪಾಸ್‌ವರ್ಡ್ ನಮೂದಿಸಿ | ನಿಮ್ಮ ಚಾಟ್ ಬ್ಯಾಕಪ್ ಅನ್ನು ಮರುಸ್ಥಾಪಿಸಲು ಪಾಸ್‌ವರ್ಡ್ ಬೇಕು. 5 ಪ್ರಯತ್ನಗಳು ಉಳಿದಿವೆ. | ಬ್ಯಾಕಪ್ ಪಾಸ್‌ವರ್ಡ್
ನಮ್ಮನ್ನು ಸಂಪರ್ಕಿಸಿ | 64-ಅಂಕಿಯ ಕೀ ಬಳಸಿ ಬ್ಯಾಕಪ್ ಮರುಸ್ಥಾಪಿಸಲು ಆಗುತ್ತಿಲ್ಲವೇ? ಏನಾಯಿತು ಎಂದು ತಿಳಿಸಿ. | ನಿಮ್ಮ ಸಂದೇಶ
ಲೇಬಲ್ ಸೇರಿಸಿ | ಲೇಬಲ್‌ಗೆ ಹೆಸರು ನೀಡಿ, ಗರಿಷ್ಠ 64 ಅಕ್ಷರಗಳು. | ಲೇಬಲ್ ಹೆಸರು
API ಸಂಪರ್ಕ | ಸೇವೆಯನ್ನು ಸಂಪರ್ಕಿಸಲು 64 ಅಕ್ಷರಗಳ API ಟೋಕನ್ ಅನ್ನು ಪೇಸ್ಟ್ ಮಾಡಿ. | API ಟೋಕನ್
`),
  ml: wordings(`
പുതിയ കീ സൃഷ്ടിച്ചു | എൻക്രിപ്റ്റ് ചെയ്ത ബാക്കപ്പിനുള്ള 64 അക്ക കീ നിങ്ങൾ സൂക്ഷിച്ചുവെന്ന് ഉറപ്പാക്കാൻ അത് ഒരിക്കൽ കൂടി നൽകുക. | കീ സ്ഥിരീകരിക്കുക
നിങ്ങളുടെ പിൻ നൽകുക | എൻക്രിപ്റ്റ് ചെയ്ത ബാക്കപ്പ് പുനഃസ്ഥാപിക്കാൻ 6 അക്ക പിൻ നൽകുക. | പിൻ
സഹായം നേടുക | 64 അക്ക കീ നഷ്ടപ്പെട്ടാൽ ബാക്കപ്പ് പുനഃസ്ഥാപിക്കാനാകില്ല. മറ്റെന്തെങ്കിലും പ്രശ്നമുണ്ടെങ്കിൽ ഞങ്ങളെ അറിയിക്കുക. | പ്രശ്നം വിവരിക്കുക
പുതിയ ഗ്രൂപ്പ് | ഗ്രൂപ്പിന് ഒരു പേര് നൽകുക. 0/64 | ഗ്രൂപ്പിന്റെ പേര്
ഫയൽ പരിശോധിക്കുക | ഡൗൺലോഡ് ശരിയാണോ എന്ന് പരിശോധിക്കാൻ 64 അക്ഷരങ്ങളുള്ള SHA-256 ചെക്ക്സം നൽകുക. | ചെക്ക്സം
`),
  pa: wordings(`
ਇਨਕ੍ਰਿਪਟਡ ਬੈਕਅੱਪ ਚਾਲੂ ਕਰੋ | ਆਪਣੀ 64-ਅੰਕਾਂ ਵਾਲੀ ਕੁੰਜੀ ਬਣਾਓ ਅਤੇ ਇਹ ਪੱਕਾ ਕਰਨ ਲਈ ਕਿ ਤੁਸੀਂ ਇਸਨੂੰ ਸੇਵ ਕਰ ਲਿਆ ਹੈ, ਇਸਨੂੰ ਇੱਥੇ ਭਰੋ। | ਕੁੰਜੀ ਦੀ ਪੁਸ਼ਟੀ ਕਰੋ
ਪਾਸਵਰਡ ਭਰੋ | ਬੈਕਅੱਪ ਰੀਸਟੋਰ ਕਰਨ ਲਈ ਆਪਣਾ ਪਾਸਵਰਡ ਭਰੋ। ਪਾਸਵਰਡ ਭੁੱਲ ਗਏ? | ਪਾਸਵਰਡ
ਸਾਡੇ ਨਾਲ ਸੰਪਰਕ ਕਰੋ | ਕੀ 64-ਅੰਕਾਂ ਵਾਲੀ ਕੁੰਜੀ ਨਾਲ ਚੈਟਾਂ ਰੀਸਟੋਰ ਨਹੀਂ ਹੋ ਰਹੀਆਂ? ਸਾਨੂੰ ਦੱਸੋ ਕਿ ਕੀ ਹੋਇਆ। | ਤੁਹਾਡਾ ਸੁਨੇਹਾ
ਨੋਟ ਸ਼ਾਮਲ ਕਰੋ | ਵੱਧ ਤੋਂ ਵੱਧ 64 ਅੱਖਰ ਲਿਖੋ। | ਨੋਟ
ਲਾਇਸੈਂਸ ਚਾਲੂ ਕਰੋ | ਤੁਹਾਨੂੰ ਈਮੇਲ ਰਾਹੀਂ ਮਿਲੀ 64 ਅੱਖਰਾਂ ਦੀ ਲਾਇਸੈਂਸ ਕੁੰਜੀ ਭਰੋ। | ਲਾਇਸੈਂਸ ਕੁੰਜੀ
`),
  ur: wordings(`
انکرپٹڈ بیک اپ آن کریں | اپنی 64 ہندسوں کی کلید بنائیں، پھر یہ تصدیق کرنے کے لیے اسے یہاں درج کریں کہ آپ نے اسے محفوظ کر لیا ہے۔ | کلید کی تصدیق کریں
6 ہندسوں کا کوڈ درج کریں | بیک اپ بحال کرنے سے پہلے وہ کوڈ درج کریں جو ہم نے آپ کے نمبر پر بھیجا ہے۔ | 6 ہندسوں کا کوڈ
ہم سے رابطہ کریں | 64 ہندسوں کی کلید گم ہو گئی یا بیک اپ بحال نہیں ہو رہا؟ ہمیں تفصیل بتائیں۔ | اپنا مسئلہ بیان کریں
نیا گروپ | گروپ کا نام 64 حروف تک ہو سکتا ہے۔ | گروپ کا نام
والیٹ درآمد کریں | اپنا والیٹ بحال کرنے کے لیے 64 حروف کی نجی کلید پیسٹ کریں۔ | نجی کلید
`),
  ms: wordings(`
Hidupkan sandaran disulitkan | Jana kunci 64 digit anda, kemudian masukkannya di sini untuk mengesahkan anda telah menyimpannya. | Sahkan kunci
Masukkan PIN | Sandaran anda dilindungi PIN 6 digit. Masukkan PIN untuk memulihkannya. | PIN sandaran
Hubungi kami | Kehilangan kunci 64 digit atau tidak dapat memulihkan sandaran? Beritahu kami apa yang berlaku. | Terangkan masalah anda
Label baharu | Namakan label ini. 0/64 | Nama label
Sambungkan API | Tampalkan token akses 64 aksara daripada papan pemuka pembangun anda. | Token API
`),
  nl: wordings(`
Je sleutel is gemaakt | Schrijf je nieuwe 64-cijferige sleutel voor back-ups op en voer hem hieronder in om te bevestigen dat je hem hebt bewaard. | 64-cijferige sleutel
Voer je wachtwoord in | Je hebt je back-up met een wachtwoord beveiligd. Vul het in om je chats te herstellen. | Wachtwoord van back-up
Contact opnemen | Lukt het niet om je back-up te herstellen met je 64-cijferige sleutel? Vertel ons wat er gebeurt. Stuur je sleutel nooit mee. | Je bericht
Nieuwe groep | Kies een onderwerp voor de groep, maximaal 64 tekens. | Groepsnaam
Download controleren | Plak de SHA-256-controlesom van 64 tekens om het bestand te vergelijken. | Controlesom
`),
  fa: wordings(`
روشن کردن پشتیبان‌گیری رمزگذاری‌شده | کلید ۶۴ رقمی خود را بسازید و سپس آن را اینجا وارد کنید تا مطمئن شویم ذخیره‌اش کرده‌اید. | تأیید کلید
گذرواژه را وارد کنید | برای بازیابی نسخهٔ پشتیبان رمزگذاری‌شده، گذرواژه‌ای را که ساخته‌اید وارد کنید. | گذرواژهٔ پشتیبان
تماس با ما | کلید ۶۴ رقمی را گم کرده‌اید یا نمی‌توانید گپ‌ها را بازیابی کنید؟ به ما بگویید چه شده است. | مشکل را شرح دهید
افزودن یادداشت | یادداشت حداکثر می‌تواند ۶۴ نویسه باشد. | یادداشت
فعال‌سازی مجوز | کلید مجوز ۶۴ نویسه‌ای را که برایتان ایمیل شده وارد کنید. | کلید مجوز
`),
  he: wordings(`
הפעלת גיבוי מוצפן | צרו מפתח בן 64 ספרות והזינו אותו כאן כדי לאשר ששמרתם אותו. | אישור המפתח
הזנת קוד PIN | כדי לשחזר את הגיבוי, יש להזין את קוד ה-PIN בן 6 הספרות. | קוד PIN
יצירת קשר | לא מצליחים לשחזר את הגיבוי עם המפתח בן 64 הספרות? ספרו לנו מה קרה. | ההודעה שלך
קבוצה חדשה | שם הקבוצה יכול להכיל עד 64 תווים. | שם הקבוצה
ייבוא ארנק | כדי לשחזר את הארנק, הדביקו את המפתח הפרטי בן 64 התווים. | מפתח פרטי
`),
  sw: wordings(`
Washa hifadhi rudufu iliyosimbwa | Tengeneza ufunguo wako wa tarakimu 64, kisha uuweke hapa ili kuthibitisha kuwa umeuhifadhi. | Thibitisha ufunguo
Weka nenosiri | Weka nenosiri uliloliunda ili kurejesha nakala rudufu yako. | Nenosiri la nakala rudufu
Wasiliana nasi | Umepoteza ufunguo wa tarakimu 64 au huwezi kurejesha gumzo zako? Tueleze kilichotokea. | Eleza tatizo lako
Lebo mpya | Jina la lebo lisizidi herufi 64. | Jina la lebo
Unganisha API | Bandika tokeni yako ya API yenye herufi 64 ili kuunganisha akaunti ya biashara. | Tokeni ya API
`),
  zh: wordings(`
开启加密备份 | 生成您的 64 位密钥，然后在此处输入，确认您已妥善保存。 | 确认密钥
輸入 PIN 碼 | 請輸入 6 位數 PIN 碼以還原端對端加密備份。 | 備份 PIN 碼
聯絡我們 | 遺失了 64 位數金鑰，或無法還原備份？請告訴我們發生了什麼事。請勿傳送您的金鑰。 | 描述您的問題
新建群组 | 群组名称最多 64 个字符。0/64 | 群组名称
驗證檔案 | 貼上 64 個字元的 SHA-256 總和檢查碼，以比對下載的檔案。 | 總和檢查碼
`),
  pl: wordings(`
Włącz szyfrowaną kopię zapasową | Wygeneruj 64-cyfrowy klucz, a następnie wprowadź go tutaj, aby potwierdzić, że został zapisany. | Potwierdź klucz
Podaj hasło | Aby przywrócić kopię zapasową, podaj utworzone wcześniej hasło. | Hasło kopii zapasowej
Skontaktuj się z nami | Nie możesz przywrócić czatów za pomocą 64-cyfrowego klucza? Opisz, co się stało. Nie wysyłaj nam klucza. | Twoja wiadomość
Dodaj notatkę | Notatka może mieć do 64 znaków. | Notatka
Aktywacja licencji | Wprowadź 64-znakowy klucz licencyjny z wiadomości e-mail. | Klucz licencyjny
`),
  ro: wordings(`
Activează backupul criptat | Generează cheia din 64 de cifre, apoi introdu-o aici pentru a confirma că ai salvat-o. | Confirmă cheia
Introdu codul din 6 cifre | Ți-am trimis un cod prin SMS. Introdu-l pentru a restabili backupul. | Cod din 6 cifre
Contactează-ne | Ai pierdut cheia din 64 de cifre sau nu poți restabili backupul? Spune-ne ce s-a întâmplat. | Descrie problema
Grup nou | Alege un nume pentru grup, maximum 64 de caractere. | Numele grupului
Importă portofelul | Lipește cheia privată de 64 de caractere pentru a-ți restabili portofelul. | Cheie privată
`),
  fil: wordings(`
I-on ang naka-encrypt na backup | Gumawa ng 64-digit na key, pagkatapos ay ilagay ito rito para kumpirmahing na-save mo ito. | Kumpirmahin ang key
Ilagay ang PIN | Ilagay ang 6-digit na PIN para ma-restore ang backup mo. | PIN ng backup
Makipag-ugnayan sa amin | Hindi ma-restore ang mga chat gamit ang 64-digit na key? Sabihin sa amin kung ano ang nangyari. | Ang iyong mensahe
Bagong label | Hanggang 64 na character ang pangalan ng label. | Pangalan ng label
Ikonekta ang API | I-paste ang API token na may 64 na character mula sa developer dashboard mo. | API token
`),
  uk: wordings(`
Увімкніть зашифровану резервну копію | Згенеруйте 64-значний ключ, а потім введіть його тут, щоб підтвердити, що ви його зберегли. | Підтвердьте ключ
Введіть пароль | Щоб відновити резервну копію, введіть створений раніше пароль. Забули пароль? | Пароль резервної копії
Зв'язок із нами | Втратили 64-значний ключ або не вдається відновити чати? Розкажіть, що сталося. | Опишіть проблему
Нова група | Вигадайте назву, до 64 символів. 0/64 | Назва групи
Перевірка файлу | Вставте контрольну суму SHA-256 із 64 символів. | Контрольна сума
`),
};
