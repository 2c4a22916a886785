/**
 * Wordings to measure by, never to fit to: written without sight of the finder's words or the other wordings,
 * and committed before they were first run. One a line, `title | text | name of the field`.
 */
import type { Wording } from "./wordings.ts";

export function wordings(lines: string): readonly Wording[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [title, text, label, ...more] = line.split("|").map((part) => part.trim());
      if (!title || !text || !label || more.length > 0) throw new Error(`not three parts: ${line}`);
      return [title, text, label] as const;
    });
}

/** Forms that ask for the 64-digit key of a backup. */
export const UNSEEN_RESTORES: Record<string, readonly Wording[]> = {
  en: wordings(`
Welcome back | Your chat history is protected. Type in the 64-digit encryption key to bring back your messages. | Encryption key
Unlock your backup | Enter all 64 characters exactly as you wrote them down. Spaces don't matter. | Key
Decrypt chat history | We found an end-to-end encrypted backup from 3 March, 02:14 (1.8 GB). To continue, enter the 64 digit key you got when you turned on encryption. WhatsApp can't recover it for you. | 64 digit key
Import your chats | Paste the key (64 hexadecimal characters, 0–9 and a–f) that unlocks your Google Drive backup. | Paste key
Get your messages back | This backup can only be opened with your 64-character code key. Lost it? You can skip this step and start without your old chats. | Your key
End-to-end encrypted backup | Enter your key: 16 groups of 4, sixty-four digits in total. | Backup encryption key
`),
  hi: wordings(`
फिर से स्वागत है | अपनी पुरानी चैट वापस पाने के लिए 64 अंकों की एन्क्रिप्शन की डालें। | एन्क्रिप्शन की
बैकअप अनलॉक करें | वह ६४ अंकों वाली कुंजी लिखें जो आपने बैकअप चालू करते समय नोट की थी। | कुंजी
चैट हिस्ट्री रीस्टोर करें | आपका बैकअप एंड-टू-एंड एन्क्रिप्टेड है। जारी रखने के लिए 64-अंकीय कुंजी दर्ज करें। WhatsApp के पास इसकी कॉपी नहीं है। | 64-अंकीय कुंजी
अपने मैसेज वापस लाएँ | Google Drive पर 3 मार्च का बैकअप मिला। इसे खोलने के लिए 64 कैरेक्टर की 'की' पेस्ट करें। | की पेस्ट करें
बैकअप को डिक्रिप्ट करें | चौंसठ (64) अक्षरों और अंकों वाली अपनी गुप्त कुंजी यहाँ टाइप करें। | बैकअप की कुंजी
बैकअप बहाल करें | 64 अंक वाली एन्क्रिप्शन कुंजी के सभी 16 समूह भरें। | एन्क्रिप्शन कुंजी
`),
  pt: wordings(`
Que bom ver você de novo | Digite a chave de criptografia de 64 dígitos para recuperar suas conversas. | Chave de criptografia
Desbloquear backup | Insira os 64 caracteres da sua chave, sem se preocupar com os espaços. | Chave
Restaurar histórico de conversas | Encontramos um backup protegido com criptografia de ponta a ponta de 3 de março (1,8 GB). Para continuar, informe a chave de 64 dígitos que você anotou ao ativar a proteção. O WhatsApp não tem uma cópia dela. | Chave de 64 dígitos
Recupere suas mensagens | Cole a chave com 64 caracteres hexadecimais que abre o backup do Google Drive. | Colar chave
Cópia de segurança encriptada | Introduza a chave de encriptação de 64 algarismos para repor as suas conversas. | Chave de encriptação
Importar conversas | Este backup só pode ser aberto com a sua chave (64 números e letras). Perdeu a chave? Pule esta etapa. | Sua chave
`),
  id: wordings(`
Selamat datang kembali | Ketik kunci enkripsi 64 digit untuk mendapatkan kembali riwayat chat Anda. | Kunci enkripsi
Buka cadangan | Masukkan ke-64 karakter persis seperti yang Anda catat. | Kunci
Pulihkan riwayat chat | Kami menemukan cadangan terenkripsi end-to-end tanggal 3 Maret (1,8 GB). Untuk melanjutkan, masukkan kunci 64 digit yang Anda simpan saat mengaktifkan enkripsi. WhatsApp tidak dapat memulihkannya. | Kunci 64 digit
Kembalikan pesan Anda | Tempel kunci berisi 64 karakter heksadesimal yang membuka backup di Google Drive. | Tempel kunci
Dekripsi cadangan chat | Isi kunci 64-digit Anda, 16 kelompok masing-masing 4 angka atau huruf. | Kunci cadangan
Impor chat | Cadangan ini hanya dapat dibuka dengan kunci Anda (64 angka dan huruf). Lupa kunci? Lewati langkah ini. | Kunci Anda
`),
  es: wordings(`
Te damos la bienvenida de nuevo | Escribe la clave de cifrado de 64 dígitos para recuperar tus chats. | Clave de cifrado
Desbloquear copia de seguridad | Ingresa los 64 caracteres tal como los anotaste. | Clave
Restaurar historial de chats | Encontramos una copia de seguridad cifrada de extremo a extremo del 3 de marzo (1,8 GB). Para continuar, introduce la clave de 64 dígitos que guardaste al activar el cifrado. WhatsApp no puede recuperarla. | Clave de 64 dígitos
Recupera tus mensajes | Pega la llave de 64 caracteres hexadecimales que abre tu respaldo de Google Drive. | Pegar llave
Descifrar el respaldo | Ingresá tu clave de encriptación de 64 cifras para traer de vuelta tus conversaciones. | Clave de encriptación
Importar chats | Esta copia solo puede abrirse con tu clave (64 números y letras). ¿La perdiste? Omite este paso. | Tu clave
`),
  ru: wordings(`
С возвращением | Введите 64-значный ключ шифрования, чтобы вернуть свои чаты. | Ключ шифрования
Разблокировка резервной копии | Укажите все 64 символа точно так, как вы их записали. | Ключ
Восстановление истории чатов | Найдена резервная копия со сквозным шифрованием от 3 марта (1,8 ГБ). Чтобы продолжить, введите ключ из 64 цифр, который вы сохранили при включении шифрования. WhatsApp не сможет его восстановить. | 64-значный ключ
Верните свои сообщения | Вставьте ключ (64 шестнадцатеричных символа), которым открывается копия на Google Диске. | Вставить ключ
Расшифровать бэкап | Нужен ваш 64-символьный ключ: 16 групп по 4 знака. | Ключ от бэкапа
Импорт переписки | Эту копию можно открыть только вашим ключом из 64 знаков. Потеряли ключ? Пропустите этот шаг. | Ваш ключ
`),
  ar: wordings(`
مرحبًا بعودتك | اكتب مفتاح التشفير المكوّن من 64 رقمًا لاسترجاع دردشاتك. | مفتاح التشفير
فتح النسخة الاحتياطية | أدخل جميع الأحرف والأرقام الـ ٦٤ كما دوّنتها تمامًا. | المفتاح
استعادة سجل الدردشات | عثرنا على نسخة احتياطية مشفرة تمامًا بين الطرفين بتاريخ ٣ مارس. للمتابعة، أدخل المفتاح المكوّن من ٦٤ رقمًا الذي احتفظت به عند تفعيل التشفير. لا يستطيع واتساب استرداده. | المفتاح المكوّن من ٦٤ رقمًا
استرجع رسائلك | الصق المفتاح المؤلف من 64 خانة ست عشرية لفتح نسختك على Google Drive. | لصق المفتاح
فك تشفير النسخة الاحتياطية | يلزم إدخال مفتاحك ذي الـ 64 رقمًا، وهو 16 مجموعة من أربع خانات. | مفتاح النسخة الاحتياطية
استيراد الدردشات | لا يمكن فتح هذه النسخة إلا بمفتاحك (٦٤ حرفًا ورقمًا). هل فقدته؟ يمكنك تخطي هذه الخطوة. | مفتاحك
`),
  de: wordings(`
Willkommen zurück | Gib den 64-stelligen Schlüssel ein, um deine Chats zurückzuholen. | Verschlüsselungsschlüssel
Backup entsperren | Tippe alle 64 Zeichen genau so ein, wie du sie notiert hast. | Schlüssel
Chatverlauf wiederherstellen | Wir haben ein Ende-zu-Ende-verschlüsseltes Backup vom 3. März gefunden (1,8 GB). Gib den 64-stelligen Schlüssel ein, den du beim Aktivieren der Verschlüsselung erhalten hast. WhatsApp kann ihn nicht wiederherstellen. | 64-stelliger Schlüssel
Hol dir deine Nachrichten zurück | Füge den Schlüssel (64 hexadezimale Zeichen) ein, mit dem sich deine Sicherung auf Google Drive öffnen lässt. | Schlüssel einfügen
Sicherungskopie entschlüsseln | Zum Fortfahren wird Ihr Schlüssel mit 64 Ziffern benötigt. | Ihr Schlüssel
Chats importieren | Diese Sicherung lässt sich nur mit deinem Schlüssel öffnen: 16 Gruppen zu je 4 Zeichen, insgesamt 64. Schlüssel verloren? Überspringe diesen Schritt. | Backup-Schlüssel
`),
  tr: wordings(`
Tekrar hoş geldiniz | Sohbetlerinizi geri almak için 64 haneli şifreleme anahtarını yazın. | Şifreleme anahtarı
Yedeğin kilidini aç | 64 karakterin tamamını not ettiğiniz gibi girin. | Anahtar
Sohbet geçmişini geri yükle | 3 Mart tarihli uçtan uca şifreli bir yedek bulduk (1,8 GB). Devam etmek için şifrelemeyi açtığınızda aldığınız 64 basamaklı anahtarı girin. WhatsApp bu anahtarı kurtaramaz. | 64 basamaklı anahtar
Mesajlarınıza yeniden kavuşun | Google Drive yedeğinizi açan 64 onaltılık karakterden oluşan anahtarı yapıştırın. | Anahtarı yapıştır
Yedeklemenin şifresini çöz | 64 rakam ve harften oluşan anahtarınız gerekiyor. | Yedekleme anahtarı
Sohbetleri içe aktar | Bu yedek yalnızca anahtarınızla (64 hane) açılabilir. Kaybettiniz mi? Bu adımı atlayın. | Anahtarınız
`),
  it: wordings(`
Bentornato | Digita la chiave di crittografia di 64 cifre per recuperare le tue chat. | Chiave di crittografia
Sblocca il backup | Inserisci tutti i 64 caratteri così come li hai annotati. | Chiave
Ripristina la cronologia delle chat | Abbiamo trovato un backup crittografato end-to-end del 3 marzo (1,8 GB). Per continuare, inserisci la chiave a 64 cifre che hai ricevuto quando hai attivato la crittografia. WhatsApp non può recuperarla. | Chiave a 64 cifre
Riprendi i tuoi messaggi | Incolla la chiave (64 caratteri esadecimali) che apre la copia di sicurezza su Google Drive. | Incolla la chiave
Decifra la copia di backup | Serve la tua chiave da 64 cifre, 16 gruppi di 4. | Chiave di cifratura
Importa le chat | Questo backup si apre solo con la tua chiave (64 numeri e lettere). L'hai persa? Salta questo passaggio. | La tua chiave
`),
  fr: wordings(`
Bon retour parmi nous | Saisissez la clé de chiffrement à 64 chiffres pour retrouver vos discussions. | Clé de chiffrement
Déverrouiller la sauvegarde | Entrez les 64 caractères tels que vous les avez notés. | Clé
Restaurer l'historique des discussions | Nous avons trouvé une sauvegarde chiffrée de bout en bout du 3 mars (1,8 Go). Pour continuer, saisissez la clé de 64 chiffres que vous avez conservée lors de l'activation du chiffrement. WhatsApp ne peut pas la récupérer. | Clé de 64 chiffres
Récupérez vos messages | Collez la clé (64 caractères hexadécimaux) qui ouvre votre sauvegarde Google Drive. | Coller la clé
Déchiffrer la copie de sauvegarde | Votre clé de cryptage à 64 caractères est requise : 16 groupes de 4. | Clé de cryptage
Importer les discussions | Cette sauvegarde ne s'ouvre qu'avec votre clé (64 chiffres et lettres). Vous l'avez perdue ? Passez cette étape. | Votre clé
`),
};

/** Fields of such pages that must never be offered. */
export const UNSEEN_OTHERS: Record<string, readonly Wording[]> = {
  en: wordings(`
Set up your encryption key | We'll generate a 64-digit key to protect your backup. Write it down, then type it here so we know you have it. | New 64-digit key
Restore with PIN | Enter the 6-digit PIN that protects your end-to-end encrypted backup. | Backup PIN
Enter recovery code | Your backup can be opened with the 40-character code from your other device. | 40-character code
Still can't restore your backup? | Tell us what happened when you entered your 64-digit key. Never send us the key itself. | Describe the problem
Verify your backup file | Paste the SHA-256 checksum, 64 characters, to see whether your backup was downloaded completely. | Checksum
Search | Look for help on backups, restoring chats and your 64-digit key. | Search help
`),
  hi: wordings(`
नई एन्क्रिप्शन की बनाएँ | आपके बैकअप के लिए 64 अंकों की नई की तैयार होगी। पुष्टि के लिए उसे यहाँ लिखें। | नई की
पिन से रीस्टोर करें | अपने एन्क्रिप्टेड बैकअप का 6 अंकों वाला पिन डालें। | बैकअप पिन
दो चरणों में पुष्टि | अपने खाते की सुरक्षा के लिए ६ अंकों का पिन डालें। बैकअप पर इसका असर नहीं होगा। | पिन
रिकवरी कोड डालें | बैकअप खोलने के लिए दूसरे डिवाइस पर दिखा 40 अक्षरों वाला कोड लिखें। | 40 अक्षरों वाला कोड
बैकअप रीस्टोर नहीं हो रहा? | हमें बताएँ कि 64 अंकों की कुंजी डालने पर क्या हुआ। कुंजी हमें न भेजें। | आपका मैसेज
ऐप लॉक | WhatsApp खोलने के लिए अपना पासवर्ड डालें। आपका बैकअप सुरक्षित है। | पासवर्ड
`),
  pt: wordings(`
Crie sua chave de criptografia | Vamos gerar uma chave de 64 dígitos para proteger seu backup. Anote e digite-a aqui para confirmar. | Nova chave de 64 dígitos
Restaurar com PIN | Digite o PIN de 6 dígitos do seu backup criptografado. | PIN do backup
Código de recuperação | Informe o código de 40 caracteres exibido no seu outro aparelho para abrir o backup. | Código de 40 caracteres
Não conseguiu restaurar o backup? | Conte o que aconteceu ao usar a chave de 64 dígitos. Nunca envie a chave para nós. | Sua mensagem
Token de acesso | Cole o token de API de 64 caracteres para fazer backup das conversas da sua empresa. | Token de API
Conferir arquivo de backup | Informe a soma de verificação SHA-256 (64 caracteres) do backup. | Soma de verificação
`),
  id: wordings(`
Buat kunci enkripsi | Kami akan membuat kunci 64 digit untuk melindungi cadangan Anda. Catat, lalu ketik di sini untuk konfirmasi. | Kunci 64 digit baru
Pulihkan dengan PIN | Masukkan PIN 6 digit cadangan terenkripsi Anda. | PIN cadangan
Kode pemulihan | Buka cadangan dengan kode 40 karakter dari perangkat lain. | Kode 40 karakter
Gagal memulihkan cadangan? | Ceritakan apa yang terjadi saat Anda memasukkan kunci 64 digit. Jangan kirim kunci Anda. | Pesan Anda
Kunci aplikasi | Masukkan kata sandi untuk membuka WhatsApp. Cadangan Anda tetap aman. | Kata sandi
Verifikasi dua langkah | Masukkan PIN Anda sebelum chat dipulihkan. | PIN
`),
  es: wordings(`
Crea tu clave de cifrado | Generaremos una clave de 64 dígitos para proteger tu copia de seguridad. Anótala y escríbela aquí para confirmar. | Nueva clave de 64 dígitos
Restaurar con PIN | Ingresa el PIN de 6 dígitos de tu copia de seguridad cifrada. | PIN de la copia
Código de recuperación | Abre tu copia con el código de 40 caracteres que aparece en tu otro dispositivo. | Código de 40 caracteres
¿No pudiste restaurar la copia de seguridad? | Cuéntanos qué pasó al introducir la clave de 64 dígitos. No nos envíes la clave. | Tu mensaje
PDF protegido | Escribe la contraseña para abrir respaldo-chats.pdf. | Contraseña del PDF
Ponle nombre a tu copia de seguridad | Así la reconocerás cuando quieras restaurarla con tu clave de 64 dígitos. | Nombre de la copia
`),
  ru: wordings(`
Создание ключа шифрования | Мы сгенерируем 64-значный ключ для защиты резервной копии. Запишите его и введите здесь для подтверждения. | Новый 64-значный ключ
Восстановление по PIN-коду | Введите 6-значный PIN-код резервной копии. | PIN-код копии
Код восстановления | Откройте резервную копию 40-значным кодом с другого устройства. | Код из 40 символов
Не удалось восстановить копию? | Расскажите, что произошло, когда вы ввели 64-значный ключ. Сам ключ не присылайте. | Ваше сообщение
Контрольная сумма | Вставьте SHA-256 (64 символа), чтобы проверить файл резервной копии. | Контрольная сумма файла
Двухшаговая проверка | Введите PIN-код, чтобы продолжить восстановление чатов. | PIN-код
`),
  ar: wordings(`
إنشاء مفتاح التشفير | سننشئ مفتاحًا من 64 رقمًا لحماية نسختك الاحتياطية. دوّنه ثم اكتبه هنا للتأكيد. | المفتاح الجديد
الاستعادة برقم التعريف الشخصي | أدخل رقم التعريف الشخصي المكوّن من ٦ أرقام لنسختك الاحتياطية. | رقم التعريف الشخصي
رمز الاسترداد | افتح النسخة الاحتياطية بالرمز المكوّن من ٤٠ حرفًا الظاهر على جهازك الآخر. | الرمز المكوّن من ٤٠ حرفًا
تعذرت استعادة النسخة الاحتياطية؟ | أخبرنا بما حدث عند إدخال المفتاح المكوّن من ٦٤ رقمًا. لا ترسل لنا المفتاح. | رسالتك
قفل التطبيق | أدخل كلمة المرور لفتح واتساب. نسختك الاحتياطية بأمان. | كلمة المرور
بحث | ابحث في المساعدة عن النسخ الاحتياطي والمفتاح المكوّن من 64 رقمًا. | ابحث في المساعدة
`),
  de: wordings(`
Schlüssel einrichten | Wir erzeugen einen 64-stelligen Schlüssel für dein Backup. Notiere ihn und gib ihn hier zur Bestätigung ein. | Neuer 64-stelliger Schlüssel
Mit PIN wiederherstellen | Gib die 6-stellige PIN deines verschlüsselten Backups ein. | Backup-PIN
Wiederherstellungscode | Öffne das Backup mit dem 40-stelligen Code von deinem anderen Gerät. | 40-stelliger Code
Backup lässt sich nicht wiederherstellen? | Beschreib uns, was nach der Eingabe des 64-stelligen Schlüssels passiert ist. Schick uns nie den Schlüssel selbst. | Deine Nachricht
Sicherungsdatei prüfen | Füge die SHA-256-Prüfsumme (64 Zeichen) der Sicherung ein. | Prüfsumme
Gerät koppeln | Gib den 8-stelligen Code von deinem Telefon ein. Deine Chats werden danach wiederhergestellt. | Kopplungscode
`),
  tr: wordings(`
Şifreleme anahtarı oluştur | Yedeğinizi korumak için 64 haneli bir anahtar oluşturacağız. Not edin ve onaylamak için buraya yazın. | Yeni 64 haneli anahtar
PIN ile geri yükle | Şifreli yedeğinizin 6 haneli PIN kodunu girin. | Yedek PIN'i
Kurtarma kodu | Yedeği diğer cihazınızda görünen 40 karakterli kodla açın. | 40 karakterli kod
Yedek geri yüklenemedi mi? | 64 haneli anahtarı girdiğinizde ne olduğunu bize anlatın. Anahtarı bize göndermeyin. | Mesajınız
API belirteci | İşletme sohbetlerinizi yedeklemek için 64 karakterli API belirtecini yapıştırın. | Belirteç
İki adımlı doğrulama | Sohbetler geri yüklenmeden önce PIN kodunuzu girin. | PIN kodu
`),
  it: wordings(`
Crea la tua chiave di crittografia | Genereremo una chiave di 64 cifre per proteggere il backup. Annotala e digitala qui per confermare. | Nuova chiave di 64 cifre
Ripristina con il PIN | Inserisci il PIN di 6 cifre del backup crittografato. | PIN del backup
Codice di recupero | Apri il backup con il codice di 40 caratteri mostrato sull'altro dispositivo. | Codice di 40 caratteri
Non riesci a ripristinare il backup? | Raccontaci cosa è successo quando hai inserito la chiave di 64 cifre. Non inviarci mai la chiave. | Il tuo messaggio
Blocco dell'app | Inserisci la password per aprire WhatsApp. Il tuo backup è al sicuro. | Password
Dai un nome al backup | Lo riconoscerai quando vorrai ripristinarlo con la chiave di 64 cifre. | Nome del backup
`),
  fr: wordings(`
Créer votre clé de chiffrement | Nous allons générer une clé à 64 chiffres pour protéger votre sauvegarde. Notez-la, puis saisissez-la ici pour confirmer. | Nouvelle clé à 64 chiffres
Restaurer avec le code PIN | Entrez le code PIN à 6 chiffres de votre sauvegarde chiffrée. | Code PIN de la sauvegarde
Code de récupération | Ouvrez la sauvegarde avec le code à 40 caractères affiché sur votre autre appareil. | Code à 40 caractères
Impossible de restaurer la sauvegarde ? | Dites-nous ce qui s'est passé quand vous avez saisi la clé à 64 chiffres. Ne nous envoyez jamais la clé. | Votre message
PDF protégé | Entrez le mot de passe de sauvegarde-discussions.pdf. | Mot de passe du PDF
Somme de contrôle | Collez l'empreinte SHA-256 (64 caractères) pour vérifier votre fichier de sauvegarde. | Empreinte SHA-256
`),
};
