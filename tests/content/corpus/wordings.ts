/**
 * How a restore form may be worded, four ways in each language of the announcement's markets: title, text,
 * name of the field. Written as a translator would, without looking at `words.ts`; what a word list misses
 * here is a miss.
 */
export type Wording = readonly [title: string, text: string, label: string];

export const RESTORE_WORDINGS: Record<string, readonly Wording[]> = {
  en: [
    [
      "Restore chat history",
      "Enter the 64-digit key that you saved when you turned on encryption.",
      "64-digit key",
    ],
    [
      "Enter your encryption key",
      "This backup is end-to-end encrypted. The key has 64 digits.",
      "Encryption key",
    ],
    ["Unlock your backup", "Type or paste all 64 characters.", "Your key"],
    ["Encrypted backup found", "Use your 64-digit encryption key to get your messages back.", "Key"],
  ],
  hi: [
    ["चैट का बैकअप बहाल करें", "अपनी 64 अंकों वाली कुंजी डालें।", "64 अंकों वाली कुंजी"],
    ["एन्क्रिप्शन कुंजी डालें", "यह बैकअप एंड-टू-एंड एन्क्रिप्टेड है। कुंजी में ६४ अंक हैं।", "एन्क्रिप्शन कुंजी"],
    ["बैकअप अनलॉक करें", "सभी 64 अक्षर लिखें या पेस्ट करें।", "आपकी कुंजी"],
    ["एन्क्रिप्टेड बैकअप मिला", "मैसेज वापस पाने के लिए 64 अंकों की कुंजी डालें।", "कुंजी"],
  ],
  pt: [
    ["Restaurar conversas", "Insira a chave de 64 dígitos que você anotou.", "Chave de 64 dígitos"],
    [
      "Insira sua chave de criptografia",
      "Este backup é protegido. A chave tem 64 dígitos.",
      "Chave de criptografia",
    ],
    ["Desbloquear backup", "Digite ou cole os 64 caracteres.", "Sua chave"],
    ["Backup criptografado encontrado", "Use a chave de 64 dígitos para recuperar suas mensagens.", "Chave"],
  ],
  id: [
    ["Pulihkan percakapan", "Masukkan kunci 64 digit yang Anda catat.", "Kunci 64 digit"],
    [
      "Masukkan kunci enkripsi",
      "Cadangan ini terenkripsi secara end-to-end. Kuncinya terdiri dari 64 digit.",
      "Kunci enkripsi",
    ],
    ["Buka cadangan Anda", "Ketik atau tempel ke-64 karakter.", "Kunci Anda"],
    [
      "Cadangan terenkripsi ditemukan",
      "Gunakan kunci 64 digit untuk mendapatkan pesan Anda kembali.",
      "Kunci",
    ],
  ],
  es: [
    ["Restaurar chats", "Escribe la clave de 64 dígitos que anotaste.", "Clave de 64 dígitos"],
    [
      "Ingresa tu clave de cifrado",
      "Esta copia está cifrada de extremo a extremo. La clave tiene 64 dígitos.",
      "Clave de cifrado",
    ],
    ["Desbloquear copia de seguridad", "Escribe o pega los 64 caracteres.", "Tu clave"],
    ["Copia de seguridad cifrada", "Usa la clave de 64 dígitos para recuperar tus mensajes.", "Clave"],
  ],
  ru: [
    ["Восстановить чаты", "Введите ключ из 64 цифр, который вы записали.", "Ключ из 64 цифр"],
    [
      "Введите ключ шифрования",
      "Эта копия защищена сквозным шифрованием. В ключе 64 знака.",
      "Ключ шифрования",
    ],
    ["Разблокируйте резервную копию", "Введите или вставьте все 64 символа.", "Ваш ключ"],
    ["Найдена зашифрованная копия", "Используйте 64-значный ключ, чтобы вернуть сообщения.", "Ключ"],
  ],
  ar: [
    ["استعادة الدردشات", "أدخل المفتاح المكوّن من 64 رقمًا الذي دوّنته.", "المفتاح المكوّن من 64 رقمًا"],
    ["أدخل مفتاح التشفير", "هذه النسخة مشفرة تمامًا بين الطرفين. يتكوّن المفتاح من ٦٤ رقمًا.", "مفتاح التشفير"],
    ["فتح قفل النسخة الاحتياطية", "اكتب أو الصق الأحرف الـ 64 كلها.", "مفتاحك"],
    ["عُثر على نسخة احتياطية مشفرة", "استخدم مفتاحًا من ٦٤ رقمًا لاسترجاع رسائلك.", "مفتاح"],
  ],
  de: [
    [
      "Chats wiederherstellen",
      "Gib den 64-stelligen Schlüssel ein, den du notiert hast.",
      "64-stelliger Schlüssel",
    ],
    [
      "Schlüssel eingeben",
      "Diese Sicherung ist Ende-zu-Ende-verschlüsselt. Der Schlüssel hat 64 Stellen.",
      "Verschlüsselungsschlüssel",
    ],
    ["Backup entsperren", "Tippe alle 64 Zeichen ein oder füge sie ein.", "Dein Schlüssel"],
    [
      "Verschlüsseltes Backup gefunden",
      "Mit dem Schlüssel aus 64 Ziffern kommst du an deine Nachrichten.",
      "Schlüssel",
    ],
  ],
  tr: [
    ["Sohbetleri geri yükle", "Not ettiğiniz 64 haneli anahtarı girin.", "64 haneli anahtar"],
    [
      "Şifreleme anahtarını girin",
      "Bu yedek uçtan uca şifreli. Anahtar 64 haneden oluşur.",
      "Şifreleme anahtarı",
    ],
    ["Yedeğin kilidini aç", "64 karakterin tamamını yazın veya yapıştırın.", "Anahtarınız"],
    ["Şifreli yedek bulundu", "Mesajlarınıza ulaşmak için 64 haneli anahtarı kullanın.", "Anahtar"],
  ],
  it: [
    ["Ripristina le chat", "Inserisci la chiave di 64 cifre che hai annotato.", "Chiave di 64 cifre"],
    [
      "Inserisci la chiave di crittografia",
      "Questo backup è crittografato end-to-end. La chiave ha 64 cifre.",
      "Chiave di crittografia",
    ],
    ["Sblocca il backup", "Scrivi o incolla tutti i 64 caratteri.", "La tua chiave"],
    ["Trovato un backup crittografato", "Usa la chiave a 64 cifre per recuperare i messaggi.", "Chiave"],
  ],
  fr: [
    ["Restaurer les discussions", "Entrez la clé à 64 chiffres que vous avez notée.", "Clé à 64 chiffres"],
    [
      "Entrez votre clé de chiffrement",
      "Cette sauvegarde est chiffrée de bout en bout. La clé compte 64 chiffres.",
      "Clé de chiffrement",
    ],
    ["Déverrouiller la sauvegarde", "Tapez ou collez les 64 caractères.", "Votre clé"],
    ["Sauvegarde chiffrée trouvée", "Utilisez la clé à 64 chiffres pour retrouver vos messages.", "Clé"],
  ],
};

/** Boxes say by their number how long the key is; the words need not. */
export const BOX_WORDINGS: Record<string, readonly Wording[]> = {
  en: [["Restore chat history", "Enter the encryption key of your backup.", "Encryption key, group"]],
  hi: [["चैट इतिहास बहाल करें", "अपने बैकअप की एन्क्रिप्शन कुंजी डालें।", "कुंजी, समूह"]],
  pt: [["Restaurar histórico de conversas", "Insira a chave de criptografia do backup.", "Chave, grupo"]],
  id: [["Pulihkan riwayat chat", "Masukkan kunci enkripsi cadangan Anda.", "Kunci, grup"]],
  es: [["Restaurar historial de chats", "Escribe la clave de cifrado de tu copia.", "Clave, grupo"]],
  ru: [["Восстановить историю чатов", "Введите ключ шифрования резервной копии.", "Ключ, группа"]],
  ar: [["استعادة سجل الدردشات", "أدخل مفتاح تشفير نسختك الاحتياطية.", "المفتاح، المجموعة"]],
  de: [["Chatverlauf wiederherstellen", "Gib den Schlüssel deiner Sicherung ein.", "Schlüssel, Gruppe"]],
  tr: [["Sohbet geçmişini geri yükle", "Yedeğinizin şifreleme anahtarını girin.", "Anahtar, grup"]],
  it: [["Ripristina cronologia chat", "Inserisci la chiave di crittografia del backup.", "Chiave, gruppo"]],
  fr: [["Restaurer l’historique", "Entrez la clé de chiffrement de la sauvegarde.", "Clé, groupe"]],
};
