/**
 * The kinds of `never.ts` in eight other languages, written after words were mended by that one, and only
 * counted. One a line, `title | text | name of the field`.
 */
import { wordings } from "./unseen.ts";
import type { Wording } from "./wordings.ts";

/**
 * In this order: a card, a licence, a wallet, a checksum, a token, a key just made, a quiz, a crossword, an app
 * lock, a password, a search.
 */
export const NEVER_COUNTED: Record<string, readonly Wording[]> = {
  es: wordings(`
    Paga el espacio | Las copias grandes necesitan un plan. Tu tarjeta tiene 16 dígitos. | Número de la tarjeta
    Desbloquea la versión completa | El código de 64 caracteres del recibo restaura tu compra. | Licencia
    Trae una cuenta | Su secreto de 64 dígitos hexadecimales restaura el monedero en este dispositivo. | Clave privada
    ¿Está intacto el archivo? | Compara la copia de seguridad con los 64 dígitos. | Suma de comprobación
    Conecta un bot | Pega los 64 caracteres para restaurar el acceso a la copia. | Token de acceso
    Una última comprobación | Escribe la clave de 64 dígitos de la pantalla anterior, para asegurarnos de que podrás restaurar la copia. | Clave de 64 dígitos
    Pregunta 3 de 8 | ¿Qué mar separa Italia de Croacia? Completa las letras. | Tu respuesta
    Crucigrama del día | Horizontal: una flor, ocho letras. | Horizontal
    WhatsApp está bloqueado | Escribe el código de bloqueo de la aplicación para ver tus chats y copias. | Código de desbloqueo
    Restaurar copia de seguridad | Esta copia tiene una contraseña, no una clave de 64 dígitos. | Contraseña de la copia
    Ayuda | Busca artículos sobre la clave de 64 dígitos y cómo restaurar una copia de seguridad. | Buscar
  `),
  de: wordings(`
    Speicherplatz bezahlen | Größere Backups brauchen ein Abo. Deine Karte hat 16 Ziffern. | Kartennummer
    Vollversion freischalten | Der 64-stellige Code auf deinem Beleg stellt deinen Kauf wieder her. | Lizenz
    Konto mitbringen | Sein Geheimnis aus 64 Hex-Ziffern stellt die Wallet auf diesem Gerät wieder her. | Privater Schlüssel
    Ist die Datei heil? | Vergleiche die Backup-Datei mit den 64 Ziffern. | Prüfsumme
    Bot verbinden | Füge die 64 Zeichen ein, um den Zugang zum Backup wiederherzustellen. | Zugriffstoken
    Letzte Kontrolle | Gib den 64-stelligen Schlüssel von der vorigen Seite ein, damit wir wissen, dass du dein Backup wiederherstellen kannst. | 64-stelliger Schlüssel
    Frage 3 von 8 | Welches Meer liegt zwischen Italien und Kroatien? Trage die Buchstaben ein. | Deine Antwort
    Kreuzworträtsel des Tages | Waagerecht: eine Blume, acht Buchstaben. | Waagerecht
    WhatsApp ist gesperrt | Gib den Code der App-Sperre ein, um Chats und Backups zu sehen. | Entsperrcode
    Backup wiederherstellen | Dieses Backup hat ein Passwort und keinen 64-stelligen Schlüssel. | Passwort des Backups
    Hilfe | Suche nach Artikeln über den 64-stelligen Schlüssel und das Wiederherstellen eines Backups. | Suchen
  `),
  ru: wordings(`
    Оплатите место | Для больших копий нужен тариф. На вашей карте 16 цифр. | Номер карты
    Откройте полную версию | 64-значный код из чека восстановит покупку. | Лицензия
    Перенесите счёт | Его секрет из 64 шестнадцатеричных цифр восстановит кошелёк на этом устройстве. | Закрытый ключ
    Файл цел? | Сравните файл резервной копии с 64 цифрами. | Контрольная сумма
    Подключите бота | Вставьте 64 символа, чтобы восстановить доступ к копии. | Токен доступа
    Последняя проверка | Введите 64-значный ключ с предыдущей страницы, чтобы мы знали, что вы сможете восстановить копию. | 64-значный ключ
    Вопрос 3 из 8 | Какое море лежит между Италией и Хорватией? Впишите буквы. | Ваш ответ
    Кроссворд дня | По горизонтали: цветок, восемь букв. | По горизонтали
    WhatsApp заблокирован | Введите код блокировки приложения, чтобы видеть чаты и копии. | Код разблокировки
    Восстановить копию | У этой копии пароль, а не 64-значный ключ. | Пароль копии
    Справка | Ищите статьи о 64-значном ключе и восстановлении резервной копии. | Поиск
  `),
  hi: wordings(`
    जगह के लिए भुगतान करें | बड़े बैकअप के लिए प्लान चाहिए। आपके कार्ड में 16 अंक हैं। | कार्ड नंबर
    पूरा संस्करण खोलें | रसीद का 64 अक्षरों वाला कोड आपकी खरीद को बहाल करता है। | लाइसेंस
    खाता लाएँ | इसका 64 अंकों का रहस्य इस डिवाइस पर वॉलेट को बहाल करता है। | निजी कुंजी
    क्या फ़ाइल ठीक है? | बैकअप फ़ाइल को 64 अंकों से मिलाएँ। | चेकसम
    बॉट जोड़ें | बैकअप का एक्सेस बहाल करने के लिए 64 अक्षर पेस्ट करें। | एक्सेस टोकन
    आखिरी जाँच | पिछले पेज की 64 अंकों वाली कुंजी डालें, ताकि हम जान सकें कि आप बैकअप बहाल कर पाएँगे। | 64 अंकों वाली कुंजी
    प्रश्न 3/8 | इटली और क्रोएशिया के बीच कौन सा समुद्र है? अक्षर भरें। | आपका उत्तर
    आज की वर्ग पहेली | बाएँ से दाएँ: एक फूल, आठ अक्षर। | बाएँ से दाएँ
    WhatsApp लॉक है | चैट और बैकअप देखने के लिए ऐप लॉक का कोड डालें। | अनलॉक कोड
    बैकअप बहाल करें | इस बैकअप का पासवर्ड है, 64 अंकों वाली कुंजी नहीं। | बैकअप का पासवर्ड
    मदद | 64 अंकों वाली कुंजी और बैकअप बहाल करने के लेख खोजें। | खोजें
  `),
  ar: wordings(`
    ادفع مقابل المساحة | النسخ الكبيرة تحتاج إلى خطة. بطاقتك فيها 16 رقمًا. | رقم البطاقة
    افتح النسخة الكاملة | الرمز المكوّن من 64 حرفًا في الإيصال يستعيد مشترياتك. | الترخيص
    أضف حسابًا | سرّه المكوّن من 64 رقمًا يستعيد المحفظة على هذا الجهاز. | المفتاح الخاص
    هل الملف سليم؟ | قارن ملف النسخة الاحتياطية بالأرقام الـ 64. | المجموع الاختباري
    اربط روبوتًا | الصق 64 حرفًا لاستعادة الوصول إلى النسخة الاحتياطية. | رمز الوصول المميز
    فحص أخير | أدخل المفتاح المكوّن من 64 رقمًا من الصفحة السابقة لنتأكد من أنك تستطيع استعادة النسخة الاحتياطية. | المفتاح المكوّن من 64 رقمًا
    السؤال 3 من 8 | أي بحر يقع بين إيطاليا وكرواتيا؟ أكمل الحروف. | إجابتك
    الكلمات المتقاطعة اليوم | أفقي: زهرة من ثمانية أحرف. | أفقي
    واتساب مقفل | أدخل رمز قفل التطبيق لرؤية الدردشات والنسخ الاحتياطية. | رمز إلغاء القفل
    استعادة النسخة الاحتياطية | لهذه النسخة كلمة مرور وليس مفتاحًا من 64 رقمًا. | كلمة مرور النسخة
    مساعدة | ابحث عن مقالات حول المفتاح المكوّن من 64 رقمًا واستعادة نسخة احتياطية. | بحث
  `),
  it: wordings(`
    Paga lo spazio | I backup più grandi richiedono un piano. La tua carta ha 16 cifre. | Numero della carta
    Sblocca la versione completa | Il codice di 64 caratteri sulla ricevuta ripristina l'acquisto. | Licenza
    Porta un account | Il suo segreto di 64 cifre esadecimali ripristina il portafoglio su questo dispositivo. | Chiave privata
    Il file è integro? | Confronta il file del backup con le 64 cifre. | Somma di controllo
    Collega un bot | Incolla i 64 caratteri per ripristinare l'accesso al backup. | Token di accesso
    Un ultimo controllo | Inserisci la chiave a 64 cifre della schermata precedente, per essere sicuri che tu possa ripristinare il backup. | Chiave a 64 cifre
    Domanda 3 di 8 | Quale mare si trova tra l'Italia e la Croazia? Inserisci le lettere. | La tua risposta
    Cruciverba del giorno | Orizzontale: un fiore, otto lettere. | Orizzontale
    WhatsApp è bloccato | Inserisci il codice di blocco dell'app per vedere chat e backup. | Codice di sblocco
    Ripristina il backup | Questo backup ha una password e non una chiave a 64 cifre. | Password del backup
    Aiuto | Cerca articoli sulla chiave a 64 cifre e sul ripristino di un backup. | Cerca
  `),
  fr: wordings(`
    Payer l'espace | Les grandes sauvegardes demandent un forfait. Votre carte a 16 chiffres. | Numéro de la carte
    Débloquer la version complète | Le code de 64 caractères du reçu restaure votre achat. | Licence
    Ajouter un compte | Son secret de 64 chiffres hexadécimaux restaure le portefeuille sur cet appareil. | Clé privée
    Le fichier est-il intact ? | Comparez le fichier de sauvegarde aux 64 chiffres. | Somme de contrôle
    Connecter un robot | Collez les 64 caractères pour restaurer l'accès à la sauvegarde. | Jeton d'accès
    Une dernière vérification | Saisissez la clé à 64 chiffres de la page précédente, pour être sûrs que vous pourrez restaurer la sauvegarde. | Clé à 64 chiffres
    Question 3 sur 8 | Quelle mer sépare l'Italie de la Croatie ? Complétez les lettres. | Votre réponse
    Mots croisés du jour | Horizontalement : une fleur, huit lettres. | Horizontalement
    WhatsApp est verrouillé | Saisissez le code de verrouillage de l'application pour voir vos discussions et sauvegardes. | Code de déverrouillage
    Restaurer la sauvegarde | Cette sauvegarde a un mot de passe et non une clé à 64 chiffres. | Mot de passe de la sauvegarde
    Aide | Cherchez des articles sur la clé à 64 chiffres et la restauration d'une sauvegarde. | Rechercher
  `),
  id: wordings(`
    Bayar ruang | Cadangan besar memerlukan paket. Kartu Anda punya 16 digit. | Nomor kartu
    Buka versi lengkap | Kode 64 karakter di struk memulihkan pembelian Anda. | Lisensi
    Bawa akun | Rahasianya, 64 digit heksadesimal, memulihkan dompet di perangkat ini. | Kunci privat
    Apakah berkas utuh? | Bandingkan berkas cadangan dengan 64 digit. | Checksum
    Hubungkan bot | Tempel 64 karakter untuk memulihkan akses ke cadangan. | Token akses
    Pemeriksaan terakhir | Masukkan kunci 64 digit dari halaman sebelumnya, agar kami yakin Anda dapat memulihkan cadangan. | Kunci 64 digit
    Pertanyaan 3 dari 8 | Laut apa yang terletak di antara Italia dan Kroasia? Isi hurufnya. | Jawaban Anda
    Teka-teki silang hari ini | Mendatar: bunga, delapan huruf. | Mendatar
    WhatsApp terkunci | Masukkan kode kunci aplikasi untuk melihat chat dan cadangan. | Kode buka kunci
    Pulihkan cadangan | Cadangan ini memakai kata sandi, bukan kunci 64 digit. | Kata sandi cadangan
    Bantuan | Cari artikel tentang kunci 64 digit dan pemulihan cadangan. | Cari
  `),
};

/** Restore forms by the same hand. */
export const ASKED_COUNTED: Record<string, readonly Wording[]> = {
  es: wordings(`
    Hola de nuevo | Tus chats están en una copia que solo abre tu clave de 64 dígitos. Pégala aquí. | Clave
    ¿Tienes una clave de 64 dígitos? | Escríbela aquí y tus chats volverán. | Clave de 64 dígitos
  `),
  de: wordings(`
    Willkommen zurück | Deine Chats liegen in einem Backup, das nur dein 64-stelliger Schlüssel öffnet. Füge ihn ein. | Schlüssel
    Hast du einen 64-stelligen Schlüssel? | Gib ihn hier ein, und deine Chats kommen zurück. | 64-stelliger Schlüssel
  `),
  ru: wordings(`
    С возвращением | Чаты лежат в резервной копии, которую открывает только 64-значный ключ. Вставьте его. | Ключ
    У вас есть 64-значный ключ? | Введите его здесь, и чаты вернутся. | 64-значный ключ
  `),
  hi: wordings(`
    फिर से स्वागत है | आपकी चैट एक बैकअप में हैं जिसे केवल आपकी 64 अंकों वाली कुंजी खोलती है। उसे पेस्ट करें। | कुंजी
    क्या आपके पास 64 अंकों वाली कुंजी है? | यहाँ लिखें, चैट वापस आ जाएँगी। | 64 अंकों वाली कुंजी
  `),
  ar: wordings(`
    مرحبًا بعودتك | دردشاتك في نسخة احتياطية لا يفتحها إلا مفتاحك المكوّن من 64 رقمًا. الصقه هنا. | المفتاح
    هل لديك مفتاح من 64 رقمًا؟ | اكتبه هنا وستعود دردشاتك. | المفتاح المكوّن من 64 رقمًا
  `),
  it: wordings(`
    Bentornato | Le tue chat sono in un backup che si apre solo con la tua chiave a 64 cifre. Incollala. | Chiave
    Hai una chiave a 64 cifre? | Scrivila qui e le tue chat torneranno. | Chiave a 64 cifre
  `),
  fr: wordings(`
    Bon retour | Vos discussions sont dans une sauvegarde que seule votre clé à 64 chiffres ouvre. Collez-la. | Clé
    Avez-vous une clé à 64 chiffres ? | Saisissez-la ici et vos discussions reviendront. | Clé à 64 chiffres
  `),
  id: wordings(`
    Selamat datang kembali | Chat Anda ada dalam cadangan yang hanya dibuka kunci 64 digit Anda. Tempelkan. | Kunci
    Punya kunci 64 digit? | Ketik di sini dan chat Anda kembali. | Kunci 64 digit
  `),
};
