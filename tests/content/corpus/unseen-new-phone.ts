/**
 * Two things that are easily taken for each other, in thirty languages: a new key that is to be shown to be
 * kept, and an old one for a new phone. Written without sight of the finder's words or other wordings;
 * measured once.
 */
import { wordings } from "./unseen.ts";
import type { Wording } from "./wordings.ts";

/** Forms that ask for the existing key, often on a new phone, to get the chats back. */
export const NEW_PHONE_RESTORES: Record<string, readonly Wording[]> = {
  en: wordings(
    `Bring your chats to your new phone | We found an end-to-end encrypted backup for this number. Enter the 64-digit key you saved when you turned on encryption to get your messages on this phone. | 64-digit key`,
  ),
  hi: wordings(
    `अपनी चैट वापस पाएँ | लगता है कि आप नया फ़ोन इस्तेमाल कर रहे हैं। आपका बैकअप एंड-टू-एंड एन्क्रिप्टेड है, इसलिए वह 64 अंकों की की डालें जो आपने पहले संभालकर रखी थी। इसके बाद आप अपनी चैट फिर से पढ़ पाएँगे। | 64 अंकों की की`,
  ),
  pt: wordings(
    `Restaurar conversas | Este backup está protegido com a criptografia de ponta a ponta. Para restaurar suas mensagens e mídia, digite a chave de 64 dígitos que você guardou. | Chave de 64 dígitos`,
  ),
  id: wordings(
    `Pindahkan chat ke ponsel baru Anda | Cadangan Anda terenkripsi secara end-to-end. Masukkan kunci 64 digit yang Anda simpan saat mengaktifkan enkripsi agar riwayat chat dapat dipulihkan di ponsel baru ini. | Kunci 64 digit`,
  ),
  es: wordings(
    `Introduce la clave de cifrado | La clave de 64 dígitos no coincide con la de tu copia de seguridad cifrada de extremo a extremo. Revísala y vuelve a intentarlo para recuperar tus chats. | Clave de 64 dígitos`,
  ),
  ru: wordings(
    `Восстановление на новом телефоне | Чтобы перенести чаты на новое устройство, расшифруйте резервную копию. Понадобится 64-значный ключ, который вы сохранили при включении сквозного шифрования. | 64-значный ключ`,
  ),
  ar: wordings(
    `استعادة الدردشات | نسختك الاحتياطية مشفّرة تمامًا بين الطرفين. أدخل المفتاح المكوّن من 64 رقمًا الذي احتفظت به سابقًا لاستعادة رسائلك ووسائطك. | المفتاح المكوّن من 64 رقمًا`,
  ),
  de: wordings(
    `Neues Telefon? Hol dir deine Chats zurück | Dein Backup ist Ende-zu-Ende-verschlüsselt. Gib den 64-stelligen Schlüssel ein, den du dir damals notiert hast, dann kannst du deine Chats auf dem neuen Gerät wieder lesen. | 64-stelliger Schlüssel`,
  ),
  tr: wordings(
    `Şifreli yedeği geri yükle | Sohbetlerinizin yedeği uçtan uca şifrelenmiş. Geri yüklemeye devam etmek için daha önce kaydettiğiniz 64 basamaklı anahtarı girin. | 64 basamaklı anahtar`,
  ),
  it: wordings(
    `Porta le chat sul nuovo telefono | Abbiamo trovato un backup crittografato end-to-end associato al tuo numero. Per ripristinarlo su questo nuovo dispositivo serve la chiave a 64 cifre che hai conservato. | Chiave a 64 cifre`,
  ),
  fr: wordings(
    `Déverrouiller la sauvegarde | Vos discussions sont conservées dans une sauvegarde chiffrée de bout en bout. Saisissez votre clé à 64 chiffres : vous pourrez lire à nouveau vos anciens messages. | Clé à 64 chiffres`,
  ),
  bn: wordings(
    `নতুন ফোনে চ্যাট ফিরিয়ে আনুন | আপনার ব্যাকআপ এন্ড-টু-এন্ড এনক্রিপ্ট করা আছে। নতুন ফোনে মেসেজগুলি রিস্টোর করতে আপনার সেভ করে রাখা ৬৪ সংখ্যার কী লিখুন। | ৬৪ সংখ্যার কী`,
  ),
  mr: wordings(
    `चॅट्स रिस्टोअर करा | तुमचा बॅकअप एंड-टू-एंड एन्क्रिप्ट केलेला आहे. मेसेजेस आणि मीडिया परत मिळवण्यासाठी तुम्ही जपून ठेवलेली 64 अंकी की एंटर करा. | 64 अंकी की`,
  ),
  te: wordings(
    `మీ కొత్త ఫోన్‌కు చాట్‌లను తీసుకురండి | మీ బ్యాకప్ ఎండ్-టు-ఎండ్ ఎన్‌క్రిప్ట్ చేయబడింది. ఈ కొత్త పరికరంలో చాట్‌లను పునరుద్ధరించడానికి, మీరు ఇంతకు ముందు భద్రపరచుకున్న 64 అంకెల కీని ఎంటర్ చేయండి. | 64 అంకెల కీ`,
  ),
  ta: wordings(
    `உங்கள் காப்புப்பிரதியைத் திறக்கவும் | உங்கள் சாட்கள் முழுமையான என்க்ரிப்ஷன் கொண்ட காப்புப்பிரதியில் உள்ளன. அவற்றை மீண்டும் படிக்க, நீங்கள் சேமித்து வைத்துள்ள 64 இலக்க கீயை உள்ளிடவும். | 64 இலக்க கீ`,
  ),
  gu: wordings(
    `બૅકઅપ રિસ્ટોર કરો | આ બૅકઅપ એન્ડ-ટુ-એન્ડ એન્ક્રિપ્ટ કરેલો છે. તમારી ચેટ અને મીડિયા પાછા મેળવવા માટે તમારી પાસે સાચવેલી 64 આંકડાની કી દાખલ કરો. | 64 આંકડાની કી`,
  ),
  kn: wordings(
    `ಹೊಸ ಫೋನ್‌ನಲ್ಲಿ ಚಾಟ್‌ಗಳನ್ನು ಮರುಸ್ಥಾಪಿಸಿ | ನಿಮ್ಮ ಬ್ಯಾಕಪ್ ಎಂಡ್-ಟು-ಎಂಡ್ ಎನ್‌ಕ್ರಿಪ್ಟ್ ಆಗಿದೆ. ನಿಮ್ಮ ಸಂದೇಶಗಳನ್ನು ಹೊಸ ಸಾಧನಕ್ಕೆ ತರಲು ಹಳೆಯ ಫೋನ್‌ನಲ್ಲಿ ಪಡೆದ 64 ಅಂಕಿಗಳ ಕೀಯನ್ನು ನಮೂದಿಸಿ. | 64 ಅಂಕಿಗಳ ಕೀ`,
  ),
  ml: wordings(
    `ചാറ്റുകൾ പുനഃസ്ഥാപിക്കുക | നിങ്ങളുടെ ബാക്കപ്പ് എൻഡ്-ടു-എൻഡ് എൻക്രിപ്റ്റ് ചെയ്തതാണ്. അത് തുറക്കാൻ എൻക്രിപ്ഷൻ ഓണാക്കിയപ്പോൾ നിങ്ങൾ സൂക്ഷിച്ചുവച്ച 64 അക്ക കീ നൽകുക. | 64 അക്ക കീ`,
  ),
  pa: wordings(
    `ਨਵੇਂ ਫ਼ੋਨ 'ਤੇ ਆਪਣੀਆਂ ਚੈਟਾਂ ਲਿਆਓ | ਤੁਹਾਡਾ ਬੈਕਅੱਪ ਸਿਰੇ-ਤੋਂ-ਸਿਰੇ ਤੱਕ ਇਨਕ੍ਰਿਪਟ ਕੀਤਾ ਹੋਇਆ ਹੈ। ਇਸਨੂੰ ਨਵੇਂ ਫ਼ੋਨ 'ਤੇ ਰੀਸਟੋਰ ਕਰਨ ਲਈ ਉਹ 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ ਭਰੋ ਜੋ ਤੁਸੀਂ ਸਾਂਭ ਕੇ ਰੱਖੀ ਸੀ। | 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ`,
  ),
  ur: wordings(
    `کلید درست نہیں ہے | آپ کا بیک اپ اینڈ ٹو اینڈ انکرپٹڈ ہے اور اس کلید سے نہیں کھل سکا۔ اپنی 64 ہندسوں والی کلید دیکھ کر دوبارہ کوشش کریں تاکہ آپ کی چیٹس بحال ہو سکیں۔ | 64 ہندسوں والی کلید`,
  ),
  ms: wordings(
    `Menyediakan telefon baharu anda | Sandaran sembang anda disulitkan hujung ke hujung. Untuk memulihkannya pada peranti baharu ini, masukkan kunci 64 digit yang telah anda simpan. | Kunci 64 digit`,
  ),
  nl: wordings(
    `Back-up ontgrendelen | Je chats staan in een end-to-end versleutelde back-up. Vul de 64-cijferige sleutel in die je hebt bewaard om je berichten en media terug te zetten. | 64-cijferige sleutel`,
  ),
  fa: wordings(
    `بازیابی گفتگوها | نسخهٔ پشتیبان گفتگوهای شما رمزنگاری سرتاسری دارد. برای بازگرداندن پیام‌ها، کلید ۶۴ رقمی‌ای را که نزد خود نگه داشته‌اید وارد کنید. | کلید ۶۴ رقمی`,
  ),
  he: wordings(
    `עברת לטלפון חדש? | הגיבוי שלך מוצפן מקצה לקצה. יש להזין את המפתח בן 64 הספרות ששמרת, ואז אפשר יהיה לקרוא שוב את הצ'אטים שלך במכשיר החדש. | מפתח בן 64 ספרות`,
  ),
  sw: wordings(
    `Rejesha soga kwenye simu yako mpya | Nakala rudufu yako imefumbwa mwisho hadi mwisho. Weka ufunguo wa tarakimu 64 uliouhifadhi ili soga zako ziletwe kwenye kifaa hiki kipya. | Ufunguo wa tarakimu 64`,
  ),
  zh: wordings(
    `恢复聊天记录 | 您的备份已受端到端加密保护。请输入您之前保存的 64 位密钥，以恢复消息和媒体文件。 | 64 位密钥`,
  ),
  pl: wordings(
    `Nie udało się odczytać kopii zapasowej | Podany klucz nie pasuje do tej kopii, zaszyfrowanej metodą end-to-end. Sprawdź zapisany 64-cyfrowy klucz i spróbuj ponownie, aby odzyskać czaty. | 64-cyfrowy klucz`,
  ),
  ro: wordings(
    `Conversațiile tale pe telefonul nou | Am găsit o copie de rezervă criptată integral. Ca să o restaurezi pe noul dispozitiv, introdu cheia de 64 de cifre pe care ai păstrat-o. | Cheia de 64 de cifre`,
  ),
  fil: wordings(
    `I-restore ang iyong mga chat | Naka-end-to-end encrypt ang backup mo. Ilagay ang 64-digit na key na itinabi mo noon para maibalik ang iyong mga mensahe at media. | 64-digit na key`,
  ),
  uk: wordings(
    `Перенесіть чати на новий телефон | Вашу резервну копію захищено наскрізним шифруванням. Щоб відновити повідомлення на новому пристрої, введіть ключ із 64 цифр, який ви зберегли раніше. | Ключ із 64 цифр`,
  ),
};

/** Dialogs that have just made a key, and want it typed to see that it was kept. */
export const NEW_KEY_OTHERS: Record<string, readonly Wording[]> = {
  en: wordings(
    `End-to-end encrypted backup | Here is your 64-digit key. Write it down and keep it somewhere safe. Then type it below, so that we know you have it. | Your 64-digit key`,
  ),
  hi: wordings(
    `बैकअप का एन्क्रिप्शन | हमने आपके बैकअप के लिए 64 अंकों की एक नई की बनाई है। इसे लिख लें और पक्का करने के लिए एक बार फिर डालें। | 64 अंकों की की`,
  ),
  pt: wordings(
    `Backup criptografado | Criamos uma chave de 64 dígitos para você. Anote-a em um lugar seguro e, para confirmar que fez isso, digite-a aqui. | Chave de 64 dígitos`,
  ),
  id: wordings(
    `Pencadangan terenkripsi end-to-end | Ini kunci 64 digit Anda. Catat dulu, lalu ketik ulang di bawah ini untuk memastikan tidak ada digit yang terlewat. | Kunci 64 digit`,
  ),
  es: wordings(
    `Cifrado de la copia de seguridad | Hemos generado tu clave de 64 dígitos. Guárdala bien. Por seguridad, escríbela una vez más antes de continuar. | Clave de 64 dígitos`,
  ),
  ru: wordings(
    `Шифрование резервной копии | Для вас создан 64-значный ключ. Запишите его и повторите ввод, чтобы мы убедились, что он у вас есть. | 64-значный ключ`,
  ),
  ar: wordings(
    `النسخة الاحتياطية المشفّرة | أنشأنا لك مفتاحًا جديدًا مكوّنًا من 64 رقمًا. دوّنه في مكان آمن، ثم اكتبه هنا لتأكيد أنك احتفظت به. | المفتاح المكوّن من 64 رقمًا`,
  ),
  de: wordings(
    `Ende-zu-Ende-verschlüsseltes Backup | Das ist dein 64-stelliger Schlüssel. Hast du ihn aufgeschrieben? Gib ihn zur Sicherheit noch einmal ein, bevor das Backup beginnt. | 64-stelliger Schlüssel`,
  ),
  tr: wordings(
    `Yedekleme şifrelemesi | Yedeğiniz için 64 basamaklı bir anahtar oluşturduk. Bir yere not edin, ardından not ettiğinizi doğrulamak için anahtarı tekrar yazın. | 64 basamaklı anahtar`,
  ),
  it: wordings(
    `Backup crittografato end-to-end | Ecco la tua chiave a 64 cifre. Annotala e ripetila qui sotto: così siamo sicuri che l'hai conservata. | Chiave a 64 cifre`,
  ),
  fr: wordings(
    `Chiffrement de la sauvegarde | Nous venons de créer une nouvelle clé à 64 chiffres. Notez-la, puis confirmez-la en la saisissant ci-dessous. | Clé à 64 chiffres`,
  ),
  bn: wordings(
    `এন্ড-টু-এন্ড এনক্রিপ্ট করা ব্যাকআপ | এটি আপনার ৬৪ সংখ্যার কী। কোথাও লিখে রাখুন, তারপর এখানে আরেকবার টাইপ করুন যাতে আমরা নিশ্চিত হতে পারি যে এটি আপনার কাছে আছে। | ৬৪ সংখ্যার কী`,
  ),
  mr: wordings(
    `बॅकअपचे एन्क्रिप्शन | तुमच्यासाठी 64 अंकी की तयार केली आहे. ती लिहून घ्या आणि खात्री करण्यासाठी इथे पुन्हा टाइप करा. | 64 अंकी की`,
  ),
  te: wordings(
    `ఎన్‌క్రిప్ట్ చేసిన బ్యాకప్ | మీ కోసం కొత్త 64 అంకెల కీని సృష్టించాము. దాన్ని రాసి పెట్టుకుని, మీ దగ్గర ఉందని నిర్ధారించడానికి కింద టైప్ చేయండి. | 64 అంకెల కీ`,
  ),
  ta: wordings(
    `காப்புப்பிரதி என்க்ரிப்ஷன் | இதோ உங்கள் 64 இலக்க கீ. அதை எழுதி வைத்துக்கொள்ளுங்கள். சரியாக எழுதியுள்ளீர்கள் என உறுதிசெய்ய, இன்னொரு முறை உள்ளிடவும். | 64 இலக்க கீ`,
  ),
  gu: wordings(
    `એન્ડ-ટુ-એન્ડ એન્ક્રિપ્ટેડ બૅકઅપ | અમે તમારા માટે 64 આંકડાની કી બનાવી છે. તેને ક્યાંક લખી લો અને સલામતી ખાતર ફરી એક વાર દાખલ કરો. | 64 આંકડાની કી`,
  ),
  kn: wordings(
    `ಬ್ಯಾಕಪ್ ಎನ್‌ಕ್ರಿಪ್ಶನ್ | ಇದು ನಿಮ್ಮ ಹೊಸ 64 ಅಂಕಿಗಳ ಕೀ. ಇದನ್ನು ಬರೆದಿಟ್ಟುಕೊಳ್ಳಿ, ನಂತರ ನೀವು ಉಳಿಸಿಕೊಂಡಿದ್ದೀರಿ ಎಂದು ಖಚಿತಪಡಿಸಲು ಮತ್ತೊಮ್ಮೆ ನಮೂದಿಸಿ. | 64 ಅಂಕಿಗಳ ಕೀ`,
  ),
  ml: wordings(
    `എൻക്രിപ്റ്റ് ചെയ്ത ബാക്കപ്പ് | നിങ്ങൾക്കായി ഒരു 64 അക്ക കീ സൃഷ്ടിച്ചിട്ടുണ്ട്. അത് എഴുതി സൂക്ഷിക്കുക. എഴുതിയത് ശരിയാണെന്ന് ഉറപ്പാക്കാൻ കീ ആവർത്തിച്ച് ടൈപ്പ് ചെയ്യുക. | 64 അക്ക കീ`,
  ),
  pa: wordings(
    `ਬੈਕਅੱਪ ਦੀ ਇਨਕ੍ਰਿਪਸ਼ਨ | ਇਹ ਰਹੀ ਤੁਹਾਡੀ 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ। ਇਸਨੂੰ ਲਿਖ ਲਓ ਅਤੇ ਹੇਠਾਂ ਇੱਕ ਵਾਰ ਹੋਰ ਭਰੋ ਤਾਂ ਜੋ ਸਾਨੂੰ ਪਤਾ ਲੱਗੇ ਕਿ ਇਹ ਤੁਹਾਡੇ ਕੋਲ ਹੈ। | 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ`,
  ),
  ur: wordings(
    `اینڈ ٹو اینڈ انکرپٹڈ بیک اپ | ہم نے آپ کے بیک اپ کے لیے 64 ہندسوں کی نئی کلید بنائی ہے۔ اسے لکھ کر محفوظ جگہ رکھیں اور تصدیق کے لیے یہاں درج کریں۔ | 64 ہندسوں کی کلید`,
  ),
  ms: wordings(
    `Penyulitan sandaran | Kami telah menjana kunci 64 digit untuk anda. Salin di tempat yang selamat, kemudian taip semula kunci itu untuk mengesahkannya. | Kunci 64 digit`,
  ),
  nl: wordings(
    `End-to-end versleutelde back-up | Maak je 64-cijferige sleutel aan en schrijf hem op. Typ hem daarna voor de zekerheid over in het vak hieronder. | 64-cijferige sleutel`,
  ),
  fa: wordings(
    `پشتیبان رمزنگاری‌شده | این کلید ۶۴ رقمی شماست. آن را یادداشت کنید و برای اطمینان یک بار دیگر در اینجا بنویسید. | کلید ۶۴ رقمی`,
  ),
  he: wordings(
    `הצפנת הגיבוי | יצרנו עבורך מפתח חדש בן 64 ספרות. כדאי לרשום אותו ולשמור במקום בטוח. כדי לוודא שהוא אצלך, יש להקליד אותו כאן. | מפתח בן 64 ספרות`,
  ),
  sw: wordings(
    `Nakala rudufu iliyofumbwa | Huu hapa ufunguo wako wa tarakimu 64. Uandike mahali salama, kisha urudie kuuandika hapa chini ili kuthibitisha kwamba unao. | Ufunguo wa tarakimu 64`,
  ),
  zh: wordings(
    `端到端加密备份 | 我们已为您生成 64 位密钥。请抄写并妥善保管，然后再次输入，以确认您已记下。 | 64 位密钥`,
  ),
  pl: wordings(
    `Szyfrowanie kopii zapasowej | Oto Twój 64-cyfrowy klucz. Zapisz go w bezpiecznym miejscu i przepisz poniżej, żebyśmy mieli pewność, że go masz. | 64-cyfrowy klucz`,
  ),
  ro: wordings(
    `Copie de rezervă criptată integral | Ți-am creat o cheie nouă de 64 de cifre. Noteaz-o, apoi introdu-o încă o dată pentru a confirma că ai păstrat-o. | Cheia de 64 de cifre`,
  ),
  fil: wordings(
    `Naka-encrypt na backup | Gumawa kami ng 64-digit na key para sa iyo. Isulat ito at itago, tapos ulitin ang key dito para masiguro naming nasa iyo na ito. | 64-digit na key`,
  ),
  uk: wordings(
    `Резервна копія з наскрізним шифруванням | Ось ваш ключ із 64 цифр. Запишіть його, а тоді для певності введіть ще раз у полі нижче. | Ключ із 64 цифр`,
  ),
};
