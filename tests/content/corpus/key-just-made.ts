/**
 * Dialogs that have just made a key, below titles that do not say so, and forms that ask for one made long
 * ago, in words that are easily taken for the others: made, saved, again, confirm. With the buttons and check
 * boxes of such dialogs. Written before the words were mended by which the two are told apart; words were
 * fitted on {@link FITTED_LANGUAGES}, and what the others say was only counted.
 */
import { wordings } from "./unseen.ts";
import type { Wording } from "./wordings.ts";

export const FITTED_LANGUAGES: readonly string[] = "en pt es de fr ar hi te gu ml ur nl he pl fil".split(" ");

/** `[x …]` stands for a check box with its label, `[…]` for a button. */
function withControls(lines: string): readonly Wording[] {
  return wordings(
    lines
      .replace(/\[x ([^\]]+)\]/g, "<label><input type=checkbox> $1</label>")
      .replace(/\[([^\]]+)\]/g, "<button type=button>$1</button>"),
  );
}

/** The user has no key of an older backup to fill here: the one that is asked for was made a moment ago. */
export const KEY_JUST_MADE: Record<string, readonly Wording[]> = {
  en: withControls(`
    Almost done | Store your 64-digit key in a password manager. To show that you did, type it in. [Next] | 64-digit key
    End-to-end encrypted backup | Your backup will be locked with this 64-digit key. Enter the key to finish setup. [x I have saved my 64-digit key] [Continue] | 64-digit key
    Step 2 of 2 | Enter the 64-digit key from the previous screen, so we can check that you wrote it down. [Back] [Done] | 64-digit key
  `),
  hi: withControls(`
    बस थोड़ा और | अपनी 64 अंकों की कुंजी पासवर्ड मैनेजर में सुरक्षित रख लें। यह दिखाने के लिए कि आपने ऐसा किया है, उसे यहाँ टाइप करें। [आगे] | 64 अंकों की कुंजी
    एंड-टू-एंड एन्क्रिप्टेड बैकअप | आपका बैकअप इस 64 अंकों की कुंजी से लॉक किया जाएगा। सेटअप पूरा करने के लिए कुंजी डालें। [x मैंने अपनी 64 अंकों की कुंजी सेव कर ली है] [जारी रखें] | 64 अंकों की कुंजी
    चरण 2/2 | पिछली स्क्रीन पर दिखाई गई 64 अंकों की कुंजी डालें, ताकि हम देख सकें कि आपने उसे लिख लिया है। [पीछे] [हो गया] | 64 अंकों की कुंजी
  `),
  pt: withControls(`
    Quase lá | Guarde sua chave de 64 dígitos em um gerenciador de senhas. Para mostrar que você fez isso, digite-a. [Avançar] | Chave de 64 dígitos
    Backup com criptografia de ponta a ponta | Seu backup será bloqueado com esta chave de 64 dígitos. Digite a chave para concluir a configuração. [x Salvei minha chave de 64 dígitos] [Continuar] | Chave de 64 dígitos
    Etapa 2 de 2 | Digite a chave de 64 dígitos da tela anterior para verificarmos se você a anotou. [Voltar] [Concluir] | Chave de 64 dígitos
  `),
  id: withControls(`
    Hampir selesai | Simpan kunci 64 digit di pengelola kata sandi. Untuk menunjukkan bahwa Anda sudah melakukannya, ketik kunci itu. [Lanjut] | Kunci 64 digit
    Cadangan terenkripsi end-to-end | Cadangan Anda akan dikunci dengan kunci 64 digit ini. Masukkan kunci untuk menyelesaikan pengaturan. [x Saya sudah menyimpan kunci 64 digit saya] [Lanjutkan] | Kunci 64 digit
    Langkah 2 dari 2 | Masukkan kunci 64 digit dari layar sebelumnya agar kami tahu Anda sudah mencatatnya. [Kembali] [Selesai] | Kunci 64 digit
  `),
  es: withControls(`
    Ya casi está | Guarda tu clave de 64 dígitos en un gestor de contraseñas. Para demostrar que lo hiciste, escríbela. [Siguiente] | Clave de 64 dígitos
    Copia de seguridad cifrada de extremo a extremo | Tu copia se bloqueará con esta clave de 64 dígitos. Introduce la clave para terminar la configuración. [x He guardado mi clave de 64 dígitos] [Continuar] | Clave de 64 dígitos
    Paso 2 de 2 | Introduce la clave de 64 dígitos de la pantalla anterior para comprobar que la apuntaste. [Atrás] [Listo] | Clave de 64 dígitos
  `),
  ru: withControls(`
    Почти готово | Поместите 64-значный ключ в менеджер паролей. Чтобы показать, что вы это сделали, наберите его. [Далее] | 64-значный ключ
    Резервная копия со сквозным шифрованием | Копия будет заблокирована этим 64-значным ключом. Введите ключ, чтобы завершить настройку. [x Мой 64-значный ключ сохранён] [Продолжить] | 64-значный ключ
    Шаг 2 из 2 | Введите 64-значный ключ с предыдущего экрана, чтобы мы проверили, что вы его записали. [Назад] [Готово] | 64-значный ключ
  `),
  ar: withControls(`
    أوشكنا على الانتهاء | ضع مفتاحك المكوّن من 64 رقمًا في مدير كلمات المرور. لإثبات أنك فعلت ذلك، اكتبه. [التالي] | المفتاح المكوّن من 64 رقمًا
    نسخة احتياطية مشفرة تمامًا بين الطرفين | ستُقفل نسختك الاحتياطية بهذا المفتاح المكوّن من 64 رقمًا. أدخل المفتاح لإكمال الإعداد. [x لقد حفظت مفتاحي المكوّن من 64 رقمًا] [متابعة] | المفتاح المكوّن من 64 رقمًا
    الخطوة 2 من 2 | أدخل المفتاح المكوّن من 64 رقمًا من الشاشة السابقة لنتحقق من أنك دوّنته. [رجوع] [تم] | المفتاح المكوّن من 64 رقمًا
  `),
  de: withControls(`
    Fast fertig | Leg deinen 64-stelligen Schlüssel in einem Passwortmanager ab. Tipp ihn ein, um zu zeigen, dass du das getan hast. [Weiter] | 64-stelliger Schlüssel
    Ende-zu-Ende-verschlüsseltes Backup | Dein Backup wird mit diesem 64-stelligen Schlüssel gesperrt. Gib den Schlüssel ein, um die Einrichtung abzuschließen. [x Ich habe meinen 64-stelligen Schlüssel gespeichert] [Weiter] | 64-stelliger Schlüssel
    Schritt 2 von 2 | Gib den 64-stelligen Schlüssel vom vorigen Bildschirm ein, damit wir prüfen können, ob du ihn notiert hast. [Zurück] [Fertig] | 64-stelliger Schlüssel
  `),
  tr: withControls(`
    Neredeyse bitti | 64 haneli anahtarınızı bir parola yöneticisinde saklayın. Bunu yaptığınızı göstermek için anahtarı yazın. [İleri] | 64 haneli anahtar
    Uçtan uca şifreli yedekleme | Yedeğiniz bu 64 haneli anahtarla kilitlenecek. Kurulumu bitirmek için anahtarı girin. [x 64 haneli anahtarımı kaydettim] [Devam] | 64 haneli anahtar
    Adım 2 / 2 | Yazıp yazmadığınızı denetleyebilmemiz için önceki ekrandaki 64 haneli anahtarı girin. [Geri] [Bitti] | 64 haneli anahtar
  `),
  it: withControls(`
    Ci siamo quasi | Metti la chiave a 64 cifre in un gestore di password. Per dimostrare che l'hai fatto, scrivila. [Avanti] | Chiave a 64 cifre
    Backup crittografato end-to-end | Il backup verrà bloccato con questa chiave a 64 cifre. Inserisci la chiave per completare la configurazione. [x Ho salvato la mia chiave a 64 cifre] [Continua] | Chiave a 64 cifre
    Passaggio 2 di 2 | Inserisci la chiave a 64 cifre della schermata precedente, per verificare che tu l'abbia annotata. [Indietro] [Fine] | Chiave a 64 cifre
  `),
  fr: withControls(`
    Presque terminé | Rangez votre clé à 64 chiffres dans un gestionnaire de mots de passe. Pour montrer que c'est fait, tapez-la. [Suivant] | Clé à 64 chiffres
    Sauvegarde chiffrée de bout en bout | Votre sauvegarde sera verrouillée avec cette clé à 64 chiffres. Saisissez la clé pour terminer la configuration. [x J'ai enregistré ma clé à 64 chiffres] [Continuer] | Clé à 64 chiffres
    Étape 2 sur 2 | Saisissez la clé à 64 chiffres de l'écran précédent pour que nous vérifiions que vous l'avez notée. [Retour] [Terminé] | Clé à 64 chiffres
  `),
  bn: withControls(`
    প্রায় শেষ | আপনার ৬৪ সংখ্যার কী পাসওয়ার্ড ম্যানেজারে রাখুন। আপনি তা করেছেন দেখাতে এটি টাইপ করুন। [পরবর্তী] | ৬৪ সংখ্যার কী
    এন্ড-টু-এন্ড এনক্রিপ্ট করা ব্যাকআপ | আপনার ব্যাকআপ এই ৬৪ সংখ্যার কী দিয়ে লক করা হবে। সেটআপ শেষ করতে কী লিখুন। [x আমি আমার ৬৪ সংখ্যার কী সেভ করেছি] [চালিয়ে যান] | ৬৪ সংখ্যার কী
    ধাপ ২/২ | আগের স্ক্রিনে দেখানো ৬৪ সংখ্যার কী লিখুন, যাতে আমরা যাচাই করতে পারি যে আপনি এটি লিখে রেখেছেন। [ফিরে যান] [হয়ে গেছে] | ৬৪ সংখ্যার কী
  `),
  mr: withControls(`
    जवळजवळ झाले | तुमची 64 अंकी की पासवर्ड मॅनेजरमध्ये ठेवा. तुम्ही हे केल्याचे दाखवण्यासाठी ती टाइप करा. [पुढे] | 64 अंकी की
    एंड-टू-एंड एन्क्रिप्टेड बॅकअप | तुमचा बॅकअप या 64 अंकी की ने लॉक केला जाईल. सेटअप पूर्ण करण्यासाठी की एंटर करा. [x मी माझी 64 अंकी की सेव्ह केली आहे] [सुरू ठेवा] | 64 अंकी की
    पायरी 2/2 | तुम्ही ती लिहून घेतली आहे का ते आम्ही तपासू शकू यासाठी मागील स्क्रीनवरील 64 अंकी की टाका. [मागे] [झाले] | 64 अंकी की
  `),
  te: withControls(`
    దాదాపు పూర్తయింది | మీ 64 అంకెల కీని పాస్‌వర్డ్ మేనేజర్‌లో భద్రపరచండి. మీరు అలా చేశారని చూపడానికి దాన్ని టైప్ చేయండి. [తర్వాత] | 64 అంకెల కీ
    ఎండ్-టు-ఎండ్ ఎన్‌క్రిప్టెడ్ బ్యాకప్ | మీ బ్యాకప్ ఈ 64 అంకెల కీతో లాక్ చేయబడుతుంది. సెటప్‌ను పూర్తి చేయడానికి కీని నమోదు చేయండి. [x నేను నా 64 అంకెల కీని సేవ్ చేశాను] [కొనసాగించు] | 64 అంకెల కీ
    దశ 2/2 | మీరు రాసుకున్నారో లేదో మేము తనిఖీ చేయడానికి, మునుపటి స్క్రీన్‌లో ఉన్న 64 అంకెల కీని నమోదు చేయండి. [వెనుకకు] [పూర్తయింది] | 64 అంకెల కీ
  `),
  ta: withControls(`
    கிட்டத்தட்ட முடிந்தது | உங்கள் 64 இலக்க விசையைக் கடவுச்சொல் மேலாளரில் பாதுகாப்பாக வைக்கவும். அதைச் செய்துவிட்டீர்கள் எனக் காட்ட, அதைத் தட்டச்சு செய்யவும். [அடுத்து] | 64 இலக்க விசை
    முழுமையாக மறையாக்கப்பட்ட பேக்கப் | உங்கள் பேக்கப் இந்த 64 இலக்க விசையால் பூட்டப்படும். அமைவை முடிக்க விசையை உள்ளிடவும். [x எனது 64 இலக்க விசையைச் சேமித்துவிட்டேன்] [தொடரவும்] | 64 இலக்க விசை
    படி 2/2 | நீங்கள் எழுதி வைத்துள்ளீர்களா என நாங்கள் சரிபார்க்க, முந்தைய திரையில் உள்ள 64 இலக்க விசையை உள்ளிடவும். [பின்செல்] [முடிந்தது] | 64 இலக்க விசை
  `),
  gu: withControls(`
    લગભગ પૂરું થયું | તમારી 64 અંકની કી પાસવર્ડ મેનેજરમાં સાચવો. તમે તેમ કર્યું છે તે બતાવવા માટે તેને ટાઇપ કરો. [આગળ] | 64 અંકની કી
    એન્ડ-ટુ-એન્ડ એન્ક્રિપ્ટેડ બેકઅપ | તમારો બેકઅપ આ 64 અંકની કીથી લૉક કરવામાં આવશે. સેટઅપ પૂરું કરવા માટે કી દાખલ કરો. [x મેં મારી 64 અંકની કી સાચવી લીધી છે] [ચાલુ રાખો] | 64 અંકની કી
    પગલું 2/2 | તમે તેને લખી લીધી છે કે નહીં તે અમે તપાસી શકીએ તે માટે, પાછલી સ્ક્રીન પરની 64 અંકની કી દાખલ કરો. [પાછળ] [થઈ ગયું] | 64 અંકની કી
  `),
  kn: withControls(`
    ಬಹುತೇಕ ಮುಗಿದಿದೆ | ನಿಮ್ಮ 64 ಅಂಕಿಗಳ ಕೀಯನ್ನು ಪಾಸ್‌ವರ್ಡ್ ಮ್ಯಾನೇಜರ್‌ನಲ್ಲಿ ಇಟ್ಟುಕೊಳ್ಳಿ. ನೀವು ಹಾಗೆ ಮಾಡಿದ್ದೀರಿ ಎಂದು ತೋರಿಸಲು ಅದನ್ನು ಟೈಪ್ ಮಾಡಿ. [ಮುಂದೆ] | 64 ಅಂಕಿಗಳ ಕೀ
    ಎಂಡ್-ಟು-ಎಂಡ್ ಎನ್‌ಕ್ರಿಪ್ಟ್ ಮಾಡಿದ ಬ್ಯಾಕಪ್ | ನಿಮ್ಮ ಬ್ಯಾಕಪ್ ಅನ್ನು ಈ 64 ಅಂಕಿಗಳ ಕೀಯಿಂದ ಲಾಕ್ ಮಾಡಲಾಗುತ್ತದೆ. ಸೆಟಪ್ ಪೂರ್ಣಗೊಳಿಸಲು ಕೀ ನಮೂದಿಸಿ. [x ನಾನು ನನ್ನ 64 ಅಂಕಿಗಳ ಕೀಯನ್ನು ಉಳಿಸಿದ್ದೇನೆ] [ಮುಂದುವರಿಸಿ] | 64 ಅಂಕಿಗಳ ಕೀ
    ಹಂತ 2/2 | ನೀವು ಬರೆದುಕೊಂಡಿದ್ದೀರಾ ಎಂದು ನಾವು ಪರಿಶೀಲಿಸಲು, ಹಿಂದಿನ ಪರದೆಯಲ್ಲಿರುವ 64 ಅಂಕಿಗಳ ಕೀ ನಮೂದಿಸಿ. [ಹಿಂದೆ] [ಮುಗಿದಿದೆ] | 64 ಅಂಕಿಗಳ ಕೀ
  `),
  ml: withControls(`
    ഏതാണ്ട് പൂർത്തിയായി | നിങ്ങളുടെ 64 അക്ക കീ ഒരു പാസ്‌വേഡ് മാനേജറിൽ സൂക്ഷിക്കുക. അങ്ങനെ ചെയ്തെന്ന് കാണിക്കാൻ അത് ടൈപ്പ് ചെയ്യുക. [അടുത്തത്] | 64 അക്ക കീ
    എൻഡ്-ടു-എൻഡ് എൻക്രിപ്റ്റ് ചെയ്ത ബാക്കപ്പ് | നിങ്ങളുടെ ബാക്കപ്പ് ഈ 64 അക്ക കീ ഉപയോഗിച്ച് ലോക്ക് ചെയ്യും. സജ്ജീകരണം പൂർത്തിയാക്കാൻ കീ നൽകുക. [x ഞാൻ എന്റെ 64 അക്ക കീ സംരക്ഷിച്ചു] [തുടരുക] | 64 അക്ക കീ
    ഘട്ടം 2/2 | നിങ്ങൾ എഴുതിവെച്ചോ എന്ന് ഞങ്ങൾക്ക് പരിശോധിക്കാൻ, മുമ്പത്തെ സ്ക്രീനിലെ 64 അക്ക കീ നൽകുക. [മടങ്ങുക] [കഴിഞ്ഞു] | 64 അക്ക കീ
  `),
  pa: withControls(`
    ਲਗਭਗ ਹੋ ਗਿਆ | ਆਪਣੀ 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ ਪਾਸਵਰਡ ਮੈਨੇਜਰ ਵਿੱਚ ਸਾਂਭ ਲਓ। ਇਹ ਦਿਖਾਉਣ ਲਈ ਕਿ ਤੁਸੀਂ ਅਜਿਹਾ ਕੀਤਾ ਹੈ, ਇਸਨੂੰ ਟਾਈਪ ਕਰੋ। [ਅੱਗੇ] | 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ
    ਸਿਰੇ-ਤੋਂ-ਸਿਰੇ ਤੱਕ ਇਨਕ੍ਰਿਪਟਡ ਬੈਕਅੱਪ | ਤੁਹਾਡਾ ਬੈਕਅੱਪ ਇਸ 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ ਨਾਲ ਲਾਕ ਕੀਤਾ ਜਾਵੇਗਾ। ਸੈੱਟਅੱਪ ਪੂਰਾ ਕਰਨ ਲਈ ਕੁੰਜੀ ਦਰਜ ਕਰੋ। [x ਮੈਂ ਆਪਣੀ 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ ਸੇਵ ਕਰ ਲਈ ਹੈ] [ਜਾਰੀ ਰੱਖੋ] | 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ
    ਪੜਾਅ 2/2 | ਪਿਛਲੀ ਸਕ੍ਰੀਨ 'ਤੇ ਦਿਖਾਈ 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ ਦਰਜ ਕਰੋ, ਤਾਂ ਜੋ ਅਸੀਂ ਦੇਖ ਸਕੀਏ ਕਿ ਤੁਸੀਂ ਇਸਨੂੰ ਲਿਖ ਲਿਆ ਹੈ। [ਪਿੱਛੇ] [ਹੋ ਗਿਆ] | 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ
  `),
  ur: withControls(`
    تقریباً ہو گیا | اپنی 64 ہندسوں کی کلید پاس ورڈ مینیجر میں رکھ لیں۔ یہ دکھانے کے لیے کہ آپ نے ایسا کر لیا ہے، اسے ٹائپ کریں۔ [اگلا] | 64 ہندسوں کی کلید
    اینڈ ٹو اینڈ اینکرپٹڈ بیک اپ | آپ کا بیک اپ اس 64 ہندسوں کی کلید سے لاک کیا جائے گا۔ سیٹ اپ مکمل کرنے کے لیے کلید درج کریں۔ [x میں نے اپنی 64 ہندسوں کی کلید محفوظ کر لی ہے] [جاری رکھیں] | 64 ہندسوں کی کلید
    مرحلہ 2/2 | پچھلی اسکرین پر دکھائی گئی 64 ہندسوں کی کلید درج کریں تاکہ ہم جانچ سکیں کہ آپ نے اسے لکھ لیا ہے۔ [واپس] [ہو گیا] | 64 ہندسوں کی کلید
  `),
  ms: withControls(`
    Hampir selesai | Letakkan kunci 64 digit anda dalam pengurus kata laluan. Untuk menunjukkan anda telah melakukannya, taip kunci itu. [Seterusnya] | Kunci 64 digit
    Sandaran disulitkan hujung ke hujung | Sandaran anda akan dikunci dengan kunci 64 digit ini. Masukkan kunci untuk melengkapkan persediaan. [x Saya telah menyimpan kunci 64 digit saya] [Teruskan] | Kunci 64 digit
    Langkah 2 daripada 2 | Masukkan kunci 64 digit daripada skrin sebelum ini supaya kami tahu anda telah mencatatnya. [Kembali] [Selesai] | Kunci 64 digit
  `),
  nl: withControls(`
    Bijna klaar | Zet je 64-cijferige sleutel in een wachtwoordmanager. Typ hem in om te laten zien dat je dat hebt gedaan. [Volgende] | 64-cijferige sleutel
    End-to-end versleutelde back-up | Je back-up wordt vergrendeld met deze 64-cijferige sleutel. Voer de sleutel in om de installatie af te ronden. [x Ik heb mijn 64-cijferige sleutel opgeslagen] [Doorgaan] | 64-cijferige sleutel
    Stap 2 van 2 | Voer de 64-cijferige sleutel van het vorige scherm in, zodat we kunnen controleren of je hem hebt genoteerd. [Terug] [Klaar] | 64-cijferige sleutel
  `),
  fa: withControls(`
    تقریباً تمام شد | کلید ۶۴ رقمی خود را در یک مدیر گذرواژه نگه دارید. برای نشان دادن اینکه این کار را کرده‌اید، آن را تایپ کنید. [بعدی] | کلید ۶۴ رقمی
    پشتیبان رمزگذاری‌شدهٔ سرتاسری | پشتیبان شما با این کلید ۶۴ رقمی قفل خواهد شد. برای تکمیل راه‌اندازی، کلید را وارد کنید. [x کلید ۶۴ رقمی‌ام را ذخیره کرده‌ام] [ادامه] | کلید ۶۴ رقمی
    مرحلهٔ ۲ از ۲ | کلید ۶۴ رقمی صفحهٔ قبل را وارد کنید تا بررسی کنیم که آن را یادداشت کرده‌اید. [بازگشت] [تمام] | کلید ۶۴ رقمی
  `),
  he: withControls(`
    כמעט סיימנו | יש לשמור את המפתח בן 64 הספרות במנהל סיסמאות. כדי להראות שעשית זאת, יש להקליד אותו. [הבא] | מפתח בן 64 ספרות
    גיבוי מוצפן מקצה לקצה | הגיבוי שלך יינעל באמצעות מפתח זה בן 64 ספרות. יש להזין את המפתח כדי להשלים את ההגדרה. [x שמרתי את המפתח שלי בן 64 הספרות] [המשך] | מפתח בן 64 ספרות
    שלב 2 מתוך 2 | יש להזין את המפתח בן 64 הספרות מהמסך הקודם, כדי שנוכל לבדוק שרשמת אותו. [חזרה] [סיום] | מפתח בן 64 ספרות
  `),
  sw: withControls(`
    Karibu kumaliza | Weka ufunguo wako wa tarakimu 64 kwenye kidhibiti cha manenosiri. Ili kuonyesha kuwa umefanya hivyo, uandike. [Endelea] | Ufunguo wa tarakimu 64
    Nakala iliyofumbwa mwisho hadi mwisho | Nakala yako itafungwa kwa ufunguo huu wa tarakimu 64. Weka ufunguo ili kukamilisha mipangilio. [x Nimehifadhi ufunguo wangu wa tarakimu 64] [Endelea] | Ufunguo wa tarakimu 64
    Hatua ya 2 kati ya 2 | Weka ufunguo wa tarakimu 64 wa skrini iliyopita ili tuangalie kama umeuandika. [Rudi] [Maliza] | Ufunguo wa tarakimu 64
  `),
  zh: withControls(`
    即将完成 | 请将 64 位密钥存入密码管理器。为表明您已这样做，请输入该密钥。 [下一步] | 64 位密钥
    端到端加密备份 | 您的备份将使用此 64 位密钥锁定。请输入密钥以完成设置。 [x 我已保存我的 64 位密钥] [继续] | 64 位密钥
    第 2 步，共 2 步 | 请输入上一屏幕显示的 64 位密钥，以便我们检查您是否已记下。 [返回] [完成] | 64 位密钥
  `),
  pl: withControls(`
    Prawie gotowe | Umieść swój 64-cyfrowy klucz w menedżerze haseł. Aby pokazać, że to zrobiono, wpisz go. [Dalej] | 64-cyfrowy klucz
    W pełni zaszyfrowana kopia zapasowa | Kopia zapasowa zostanie zablokowana tym 64-cyfrowym kluczem. Wpisz klucz, aby dokończyć konfigurację. [x Mam zapisany swój 64-cyfrowy klucz] [Kontynuuj] | 64-cyfrowy klucz
    Krok 2 z 2 | Wpisz 64-cyfrowy klucz z poprzedniego ekranu, abyśmy mogli sprawdzić, czy go zanotowano. [Wstecz] [Gotowe] | 64-cyfrowy klucz
  `),
  ro: withControls(`
    Aproape gata | Pune cheia de 64 de cifre într-un manager de parole. Ca să arăți că ai făcut asta, scrie-o. [Înainte] | Cheia de 64 de cifre
    Copie de rezervă criptată integral | Copia ta va fi blocată cu această cheie de 64 de cifre. Introdu cheia pentru a finaliza configurarea. [x Am salvat cheia mea de 64 de cifre] [Continuă] | Cheia de 64 de cifre
    Pasul 2 din 2 | Introdu cheia de 64 de cifre de pe ecranul anterior, ca să verificăm dacă ai notat-o. [Înapoi] [Gata] | Cheia de 64 de cifre
  `),
  fil: withControls(`
    Malapit nang matapos | Ilagay ang iyong 64-digit na key sa isang password manager. Para ipakitang nagawa mo na ito, i-type ang key. [Susunod] | 64-digit na key
    Naka-encrypt na backup | Ila-lock ang backup mo gamit ang 64-digit na key na ito. Ilagay ang key para tapusin ang pag-set up. [x Na-save ko na ang aking 64-digit na key] [Magpatuloy] | 64-digit na key
    Hakbang 2 ng 2 | Ilagay ang 64-digit na key mula sa nakaraang screen para matingnan namin kung isinulat mo ito. [Bumalik] [Tapos na] | 64-digit na key
  `),
  uk: withControls(`
    Майже готово | Покладіть 64-значний ключ у менеджер паролів. Щоб показати, що ви це зробили, наберіть його. [Далі] | 64-значний ключ
    Резервна копія з наскрізним шифруванням | Копію буде заблоковано цим 64-значним ключем. Введіть ключ, щоб завершити налаштування. [x Мій 64-значний ключ збережено] [Продовжити] | 64-значний ключ
    Крок 2 з 2 | Введіть 64-значний ключ із попереднього екрана, щоб ми перевірили, чи ви його записали. [Назад] [Готово] | 64-значний ключ
  `),
};

/** The key that is asked for was made and saved long ago; the buttons say what buttons say. */
export const KEY_MADE_LONG_AGO: Record<string, readonly Wording[]> = {
  en: withControls(`
    Restore your chats | Enter the 64-digit key you created when you set up encrypted backups, to read your messages again. [Forgot your key?] [Confirm] | 64-digit key
    Encrypted backup | That key did not work. Check the 64-digit key you saved and try again. [Skip] [Next] | 64-digit key
  `),
  hi: withControls(`
    अपनी चैट रीस्टोर करें | एन्क्रिप्टेड बैकअप सेट करते समय आपने जो 64 अंकों की कुंजी बनाई थी, उसे डालें और अपने मैसेज फिर से पढ़ें। [कुंजी भूल गए?] [पुष्टि करें] | 64 अंकों की कुंजी
    एन्क्रिप्टेड बैकअप | वह कुंजी काम नहीं आई। जो 64 अंकों की कुंजी आपने सेव की थी, उसे जाँचें और फिर कोशिश करें। [छोड़ें] [आगे] | 64 अंकों की कुंजी
  `),
  pt: withControls(`
    Restaurar conversas | Digite a chave de 64 dígitos que você criou ao configurar o backup criptografado, para ler suas mensagens de novo. [Esqueceu a chave?] [Confirmar] | Chave de 64 dígitos
    Backup criptografado | Essa chave não funcionou. Verifique a chave de 64 dígitos que você salvou e tente novamente. [Pular] [Avançar] | Chave de 64 dígitos
  `),
  id: withControls(`
    Pulihkan chat Anda | Masukkan kunci 64 digit yang Anda buat saat menyiapkan cadangan terenkripsi untuk membaca pesan Anda lagi. [Lupa kunci?] [Konfirmasi] | Kunci 64 digit
    Cadangan terenkripsi | Kunci tersebut tidak berfungsi. Periksa kunci 64 digit yang Anda simpan lalu coba lagi. [Lewati] [Lanjut] | Kunci 64 digit
  `),
  es: withControls(`
    Restaurar tus chats | Introduce la clave de 64 dígitos que creaste al configurar la copia de seguridad cifrada para volver a leer tus mensajes. [¿Olvidaste la clave?] [Confirmar] | Clave de 64 dígitos
    Copia de seguridad cifrada | Esa clave no funcionó. Comprueba la clave de 64 dígitos que guardaste e inténtalo de nuevo. [Omitir] [Siguiente] | Clave de 64 dígitos
  `),
  ru: withControls(`
    Восстановить чаты | Введите 64-значный ключ, который вы создали при настройке зашифрованной копии, чтобы снова читать сообщения. [Забыли ключ?] [Подтвердить] | 64-значный ключ
    Зашифрованная резервная копия | Ключ не подошёл. Проверьте 64-значный ключ, который вы сохранили, и попробуйте ещё раз. [Пропустить] [Далее] | 64-значный ключ
  `),
  ar: withControls(`
    استعادة الدردشات | أدخل المفتاح المكوّن من 64 رقمًا الذي أنشأته عند إعداد النسخ الاحتياطي المشفّر لقراءة رسائلك مرة أخرى. [هل نسيت المفتاح؟] [تأكيد] | المفتاح المكوّن من 64 رقمًا
    نسخة احتياطية مشفّرة | لم ينجح هذا المفتاح. راجع المفتاح المكوّن من 64 رقمًا الذي حفظته وحاول مرة أخرى. [تخطٍ] [التالي] | المفتاح المكوّن من 64 رقمًا
  `),
  de: withControls(`
    Chats wiederherstellen | Gib den 64-stelligen Schlüssel ein, den du beim Einrichten des verschlüsselten Backups erstellt hast, um deine Nachrichten wieder zu lesen. [Schlüssel vergessen?] [Bestätigen] | 64-stelliger Schlüssel
    Verschlüsseltes Backup | Dieser Schlüssel hat nicht gepasst. Prüfe den 64-stelligen Schlüssel, den du gespeichert hast, und versuche es noch einmal. [Überspringen] [Weiter] | 64-stelliger Schlüssel
  `),
  tr: withControls(`
    Sohbetlerinizi geri yükleyin | Mesajlarınızı yeniden okumak için şifreli yedeklemeyi kurarken oluşturduğunuz 64 haneli anahtarı girin. [Anahtarı unuttunuz mu?] [Onayla] | 64 haneli anahtar
    Şifreli yedek | Bu anahtar işe yaramadı. Kaydettiğiniz 64 haneli anahtarı denetleyip tekrar deneyin. [Atla] [İleri] | 64 haneli anahtar
  `),
  it: withControls(`
    Ripristina le chat | Inserisci la chiave a 64 cifre che hai creato quando hai configurato il backup crittografato, per leggere di nuovo i messaggi. [Hai dimenticato la chiave?] [Conferma] | Chiave a 64 cifre
    Backup crittografato | Questa chiave non ha funzionato. Controlla la chiave a 64 cifre che hai salvato e riprova. [Salta] [Avanti] | Chiave a 64 cifre
  `),
  fr: withControls(`
    Restaurer les discussions | Saisissez la clé à 64 chiffres que vous avez créée lors de la configuration de la sauvegarde chiffrée pour relire vos messages. [Clé oubliée ?] [Confirmer] | Clé à 64 chiffres
    Sauvegarde chiffrée | Cette clé n'a pas fonctionné. Vérifiez la clé à 64 chiffres que vous avez enregistrée et réessayez. [Ignorer] [Suivant] | Clé à 64 chiffres
  `),
  bn: withControls(`
    চ্যাট রিস্টোর করুন | এনক্রিপ্ট করা ব্যাকআপ সেট আপ করার সময় আপনি যে ৬৪ সংখ্যার কী তৈরি করেছিলেন সেটি লিখে আবার মেসেজ পড়ুন। [কী ভুলে গেছেন?] [নিশ্চিত করুন] | ৬৪ সংখ্যার কী
    এনক্রিপ্ট করা ব্যাকআপ | কী-টি কাজ করেনি। আপনার সেভ করা ৬৪ সংখ্যার কী দেখে আবার চেষ্টা করুন। [এড়িয়ে যান] [পরবর্তী] | ৬৪ সংখ্যার কী
  `),
  mr: withControls(`
    चॅट्स रिस्टोअर करा | एन्क्रिप्टेड बॅकअप सेट करताना तुम्ही तयार केलेली 64 अंकी की टाकून तुमचे मेसेज पुन्हा वाचा. [की विसरलात?] [निश्चित करा] | 64 अंकी की
    एन्क्रिप्टेड बॅकअप | ही की चालली नाही. तुम्ही सेव्ह केलेली 64 अंकी की तपासा आणि पुन्हा प्रयत्न करा. [वगळा] [पुढे] | 64 अंकी की
  `),
  te: withControls(`
    చాట్‌లను పునరుద్ధరించండి | మీ మెసేజ్‌లను మళ్లీ చదవడానికి, ఎన్‌క్రిప్టెడ్ బ్యాకప్‌ను సెటప్ చేసినప్పుడు మీరు సృష్టించిన 64 అంకెల కీని నమోదు చేయండి. [కీని మర్చిపోయారా?] [నిర్ధారించు] | 64 అంకెల కీ
    ఎన్‌క్రిప్టెడ్ బ్యాకప్ | ఆ కీ పని చేయలేదు. మీరు సేవ్ చేసిన 64 అంకెల కీని చూసి మళ్లీ ప్రయత్నించండి. [దాటవేయి] [తర్వాత] | 64 అంకెల కీ
  `),
  ta: withControls(`
    சாட்களை மீட்டெடுக்கவும் | மறையாக்கப்பட்ட பேக்கப்பை அமைத்தபோது நீங்கள் உருவாக்கிய 64 இலக்க விசையை உள்ளிட்டு மெசேஜ்களை மீண்டும் படிக்கவும். [விசையை மறந்துவிட்டீர்களா?] [உறுதிசெய்] | 64 இலக்க விசை
    மறையாக்கப்பட்ட பேக்கப் | அந்த விசை பொருந்தவில்லை. நீங்கள் சேமித்த 64 இலக்க விசையைப் பார்த்து மீண்டும் முயலவும். [தவிர்] [அடுத்து] | 64 இலக்க விசை
  `),
  gu: withControls(`
    તમારી ચેટ રિસ્ટોર કરો | એન્ક્રિપ્ટેડ બેકઅપ સેટ કરતી વખતે તમે બનાવેલી 64 અંકની કી દાખલ કરીને તમારા મેસેજ ફરી વાંચો. [કી ભૂલી ગયા?] [પુષ્ટિ કરો] | 64 અંકની કી
    એન્ક્રિપ્ટેડ બેકઅપ | તે કી ચાલી નહીં. તમે સાચવેલી 64 અંકની કી જુઓ અને ફરી પ્રયાસ કરો. [છોડો] [આગળ] | 64 અંકની કી
  `),
  kn: withControls(`
    ಚಾಟ್‌ಗಳನ್ನು ಮರುಸ್ಥಾಪಿಸಿ | ನಿಮ್ಮ ಸಂದೇಶಗಳನ್ನು ಮತ್ತೆ ಓದಲು, ಎನ್‌ಕ್ರಿಪ್ಟ್ ಮಾಡಿದ ಬ್ಯಾಕಪ್ ಹೊಂದಿಸುವಾಗ ನೀವು ರಚಿಸಿದ 64 ಅಂಕಿಗಳ ಕೀ ನಮೂದಿಸಿ. [ಕೀ ಮರೆತಿರಾ?] [ದೃಢೀಕರಿಸಿ] | 64 ಅಂಕಿಗಳ ಕೀ
    ಎನ್‌ಕ್ರಿಪ್ಟ್ ಮಾಡಿದ ಬ್ಯಾಕಪ್ | ಆ ಕೀ ಕೆಲಸ ಮಾಡಲಿಲ್ಲ. ನೀವು ಉಳಿಸಿದ 64 ಅಂಕಿಗಳ ಕೀ ನೋಡಿ ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ. [ಬಿಟ್ಟುಬಿಡಿ] [ಮುಂದೆ] | 64 ಅಂಕಿಗಳ ಕೀ
  `),
  ml: withControls(`
    ചാറ്റുകൾ പുനഃസ്ഥാപിക്കുക | സന്ദേശങ്ങൾ വീണ്ടും വായിക്കാൻ, എൻക്രിപ്റ്റ് ചെയ്ത ബാക്കപ്പ് സജ്ജീകരിച്ചപ്പോൾ നിങ്ങൾ സൃഷ്ടിച്ച 64 അക്ക കീ നൽകുക. [കീ മറന്നോ?] [സ്ഥിരീകരിക്കുക] | 64 അക്ക കീ
    എൻക്രിപ്റ്റ് ചെയ്ത ബാക്കപ്പ് | ആ കീ ശരിയായില്ല. നിങ്ങൾ സംരക്ഷിച്ച 64 അക്ക കീ നോക്കി വീണ്ടും ശ്രമിക്കുക. [ഒഴിവാക്കുക] [അടുത്തത്] | 64 അക്ക കീ
  `),
  pa: withControls(`
    ਆਪਣੀਆਂ ਚੈਟਾਂ ਰੀਸਟੋਰ ਕਰੋ | ਇਨਕ੍ਰਿਪਟਡ ਬੈਕਅੱਪ ਸੈੱਟ ਕਰਨ ਵੇਲੇ ਜੋ 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ ਤੁਸੀਂ ਬਣਾਈ ਸੀ, ਉਹ ਦਰਜ ਕਰੋ ਅਤੇ ਆਪਣੇ ਸੁਨੇਹੇ ਦੁਬਾਰਾ ਪੜ੍ਹੋ। [ਕੁੰਜੀ ਭੁੱਲ ਗਏ?] [ਪੁਸ਼ਟੀ ਕਰੋ] | 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ
    ਇਨਕ੍ਰਿਪਟਡ ਬੈਕਅੱਪ | ਉਹ ਕੁੰਜੀ ਕੰਮ ਨਹੀਂ ਆਈ। ਜੋ 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ ਤੁਸੀਂ ਸੇਵ ਕੀਤੀ ਸੀ, ਉਸਨੂੰ ਦੇਖੋ ਅਤੇ ਦੁਬਾਰਾ ਕੋਸ਼ਿਸ਼ ਕਰੋ। [ਛੱਡੋ] [ਅੱਗੇ] | 64 ਅੰਕਾਂ ਦੀ ਕੁੰਜੀ
  `),
  ur: withControls(`
    اپنی چیٹس بحال کریں | اینکرپٹڈ بیک اپ سیٹ کرتے وقت آپ نے جو 64 ہندسوں کی کلید بنائی تھی، وہ درج کریں اور اپنے پیغامات دوبارہ پڑھیں۔ [کلید بھول گئے؟] [تصدیق کریں] | 64 ہندسوں کی کلید
    اینکرپٹڈ بیک اپ | وہ کلید کام نہیں آئی۔ جو 64 ہندسوں کی کلید آپ نے محفوظ کی تھی، اسے دیکھیں اور دوبارہ کوشش کریں۔ [چھوڑیں] [اگلا] | 64 ہندسوں کی کلید
  `),
  ms: withControls(`
    Pulihkan sembang anda | Masukkan kunci 64 digit yang anda cipta semasa menyediakan sandaran disulitkan untuk membaca mesej anda semula. [Lupa kunci?] [Sahkan] | Kunci 64 digit
    Sandaran disulitkan | Kunci itu tidak berfungsi. Semak kunci 64 digit yang anda simpan dan cuba lagi. [Langkau] [Seterusnya] | Kunci 64 digit
  `),
  nl: withControls(`
    Chats herstellen | Voer de 64-cijferige sleutel in die je hebt gemaakt toen je de versleutelde back-up instelde, om je berichten weer te lezen. [Sleutel vergeten?] [Bevestigen] | 64-cijferige sleutel
    Versleutelde back-up | Deze sleutel werkte niet. Controleer de 64-cijferige sleutel die je hebt opgeslagen en probeer het opnieuw. [Overslaan] [Volgende] | 64-cijferige sleutel
  `),
  fa: withControls(`
    بازیابی گفتگوها | کلید ۶۴ رقمی را که هنگام راه‌اندازی پشتیبان رمزگذاری‌شده ساختید وارد کنید تا پیام‌هایتان را دوباره بخوانید. [کلید را فراموش کرده‌اید؟] [تأیید] | کلید ۶۴ رقمی
    پشتیبان رمزگذاری‌شده | این کلید کار نکرد. کلید ۶۴ رقمی را که ذخیره کرده‌اید نگاه کنید و دوباره امتحان کنید. [رد شدن] [بعدی] | کلید ۶۴ رقمی
  `),
  he: withControls(`
    שחזור הצ'אטים | יש להזין את המפתח בן 64 הספרות שיצרת כשהגדרת את הגיבוי המוצפן, כדי לקרוא שוב את ההודעות. [שכחת את המפתח?] [אישור] | מפתח בן 64 ספרות
    גיבוי מוצפן | המפתח הזה לא התאים. כדאי לעיין במפתח בן 64 הספרות ששמרת ולנסות שוב. [דילוג] [הבא] | מפתח בן 64 ספרות
  `),
  sw: withControls(`
    Rejesha gumzo zako | Weka ufunguo wa tarakimu 64 uliotengeneza ulipoweka mipangilio ya nakala iliyofumbwa ili usome jumbe zako tena. [Umesahau ufunguo?] [Thibitisha] | Ufunguo wa tarakimu 64
    Nakala iliyofumbwa | Ufunguo huo haukufanya kazi. Angalia ufunguo wa tarakimu 64 uliohifadhi na ujaribu tena. [Ruka] [Endelea] | Ufunguo wa tarakimu 64
  `),
  zh: withControls(`
    恢复聊天记录 | 请输入您设置加密备份时创建的 64 位密钥，以重新查看您的消息。 [忘记密钥？] [确认] | 64 位密钥
    加密备份 | 该密钥无效。请检查您保存的 64 位密钥，然后重试。 [跳过] [下一步] | 64 位密钥
  `),
  pl: withControls(`
    Przywróć czaty | Wpisz 64-cyfrowy klucz utworzony podczas konfigurowania zaszyfrowanej kopii zapasowej, aby znów czytać wiadomości. [Nie pamiętasz klucza?] [Potwierdź] | 64-cyfrowy klucz
    Zaszyfrowana kopia zapasowa | Ten klucz nie zadziałał. Sprawdź zapisany 64-cyfrowy klucz i spróbuj ponownie. [Pomiń] [Dalej] | 64-cyfrowy klucz
  `),
  ro: withControls(`
    Restaurează conversațiile | Introdu cheia de 64 de cifre pe care ai creat-o când ai configurat backupul criptat, ca să îți citești din nou mesajele. [Ai uitat cheia?] [Confirmă] | Cheia de 64 de cifre
    Backup criptat | Cheia nu s-a potrivit. Verifică cheia de 64 de cifre pe care ai salvat-o și încearcă din nou. [Omite] [Înainte] | Cheia de 64 de cifre
  `),
  fil: withControls(`
    I-restore ang iyong mga chat | Ilagay ang 64-digit na key na ginawa mo noong sine-set up ang naka-encrypt na backup para mabasa muli ang mga mensahe mo. [Nakalimutan ang key?] [Kumpirmahin] | 64-digit na key
    Naka-encrypt na backup | Hindi gumana ang key na iyon. Tingnan ang 64-digit na key na na-save mo at subukang muli. [Laktawan] [Susunod] | 64-digit na key
  `),
  uk: withControls(`
    Відновити чати | Введіть 64-значний ключ, який ви створили під час налаштування зашифрованої копії, щоб знову читати повідомлення. [Забули ключ?] [Підтвердити] | 64-значний ключ
    Зашифрована резервна копія | Ключ не підійшов. Перевірте 64-значний ключ, який ви зберегли, і спробуйте ще раз. [Пропустити] [Далі] | 64-значний ключ
  `),
};
