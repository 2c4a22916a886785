/**
 * Hard negatives: what else such pages ask for, in the words of the restore form as far as it goes. Title,
 * text, name of the field. Each is shown in every layout of `layouts.ts`, those of 64 characters and of 16
 * boxes among them.
 */
import type { Wording } from "./wordings.ts";

/** Dialogs that make or keep a key, in every language; the user has none to fill yet. */
const MAKING: Record<string, readonly Wording[]> = {
  en: [
    ["Create your 64-digit key", "You will need it to restore your backup.", "64-digit key"],
    ["Save your encryption key", "Type the 64 digits again to turn on encrypted backup.", "Encryption key"],
  ],
  hi: [["अपनी 64 अंकों वाली कुंजी बनाएं", "बैकअप बहाल करने के लिए यह ज़रूरी होगी।", "64 अंकों वाली कुंजी"]],
  pt: [
    [
      "Crie sua chave de 64 dígitos",
      "Você vai precisar dela para restaurar o backup.",
      "Chave de 64 dígitos",
    ],
  ],
  id: [["Buat kunci 64 digit", "Anda akan memerlukannya untuk memulihkan cadangan.", "Kunci 64 digit"]],
  es: [
    [
      "Crea tu clave de 64 dígitos",
      "La necesitarás para restaurar la copia de seguridad.",
      "Clave de 64 dígitos",
    ],
  ],
  ru: [
    ["Создание 64-значного ключа", "Он понадобится для восстановления резервной копии.", "64-значный ключ"],
  ],
  ar: [["إنشاء مفتاح مكوّن من 64 رقمًا", "ستحتاج إليه لاستعادة النسخة الاحتياطية.", "المفتاح"]],
  de: [
    [
      "Erstelle deinen 64-stelligen Schlüssel",
      "Du brauchst ihn, um dein Backup wiederherzustellen.",
      "Schlüssel",
    ],
  ],
  tr: [["64 haneli anahtarınızı oluşturun", "Yedeği geri yüklemek için gerekecek.", "64 haneli anahtar"]],
  it: [["Crea la tua chiave di 64 cifre", "Ti servirà per ripristinare il backup.", "Chiave di 64 cifre"]],
  fr: [
    [
      "Créez votre clé à 64 chiffres",
      "Vous en aurez besoin pour restaurer la sauvegarde.",
      "Clé à 64 chiffres",
    ],
  ],
};

/** A backup's other codes. */
const OTHER_CODES: Record<string, readonly Wording[]> = {
  en: [
    ["Restore chat history", "Enter the PIN of your backup.", "PIN"],
    ["Restore your backup", "Enter your 40-character recovery code.", "Recovery code"],
    ["Verify it's you", "Enter the 6-digit code we sent, then restore your backup.", "6-digit code"],
  ],
  pt: [["Restaurar backup", "Digite o PIN de 6 dígitos.", "PIN de 6 dígitos"]],
  es: [["Restaurar copia de seguridad", "Introduce el código de 40 caracteres.", "Código de 40 caracteres"]],
  ru: [["Восстановить резервную копию", "Введите ПИН-код.", "ПИН-код"]],
  de: [["Backup wiederherstellen", "Gib den 6-stelligen Bestätigungscode ein.", "Bestätigungscode"]],
  tr: [["Yedeği geri yükle", "6 haneli doğrulama kodunu girin.", "Doğrulama kodu"]],
  fr: [["Restaurer la sauvegarde", "Saisissez le code de vérification.", "Code de vérification"]],
  hi: [["बैकअप बहाल करें", "6 अंकों का पिन डालें।", "पिन"]],
  ar: [["استعادة النسخة الاحتياطية", "أدخل رمز التحقق.", "رمز التحقق"]],
};

/** Secrets of other kinds, many of them 64 characters long too. */
const OTHER_SECRETS: Record<string, readonly Wording[]> = {
  en: [
    ["Import a wallet", "Paste the 64 digits of your private key to restore it.", "Private key"],
    ["Recover your wallet", "Enter the 64-character key of your wallet backup.", "Wallet key"],
    ["API access", "Your API key has 64 characters.", "API key"],
    ["Access token", "Paste the 64-character token to restore the connection.", "Token"],
    ["Check a backup", "Its SHA-256 has 64 digits.", "SHA-256"],
    ["Verify the download", "Compare the 64-digit checksum of the backup file.", "Checksum"],
    ["Join a network", "A network key of 64 hex digits.", "Wi-Fi key"],
    ["Activate the product", "Enter the 64-character licence key from your e-mail.", "Licence key"],
    ["Restore your licence", "Your product key has 64 characters.", "Product key"],
    ["Verify this session", "Enter your security key to restore encrypted messages.", "Security key"],
    ["Sign in with a passkey", "The key of this device, 64 digits.", "Passkey"],
    ["Secret key", "Restore your storage bucket with its 64-character secret key.", "Secret key"],
  ],
  es: [["Importar monedero", "Restaura con tu clave privada de 64 dígitos.", "Clave privada"]],
  pt: [["Restaurar carteira", "Digite a chave privada de 64 dígitos.", "Chave privada"]],
  de: [["Lizenz aktivieren", "Gib den 64-stelligen Lizenzschlüssel ein.", "Lizenzschlüssel"]],
  ru: [["Восстановить кошелёк", "Введите приватный ключ из 64 знаков.", "Приватный ключ"]],
  fr: [["Restaurer le portefeuille", "Saisissez la clé privée de 64 caractères.", "Clé privée"]],
  it: [["Ripristina portafoglio", "Inserisci la chiave privata di 64 cifre.", "Chiave privata"]],
  tr: [["Cüzdanı geri yükle", "64 haneli özel anahtarı girin.", "Özel anahtar"]],
};

/** Other fields of a page that speaks of backups, keys or 64. */
const OTHER_FIELDS: Record<string, readonly Wording[]> = {
  en: [
    ["Restore your backup", "Enter the password of your backup.", "Password"],
    ["Restore your backup", "Have your 64-digit key at hand. First: who are you?", "Your name"],
    ["Backup settings", "Up to 64 characters.", "Name of this backup"],
    ["Recover your account", "We send a link.", "E-mail or phone"],
    ["Group 64", "Choose a name.", "Group name"],
    ["Search chats", "Results in your backup: 64.", "Search"],
    ["Report a problem", "Could you not restore your backup with your key?", "Your message"],
    ["Help", "Questions about the 64-digit key? Ask.", "Your question"],
    ["Linked devices", "Restore the link with your phone.", "Phone number"],
    ["Key facts", "Sum up in 64 words.", "Key facts"],
    ["Piano lesson", "A piano has more than 64 keys.", "Number of keys"],
    ["Add a song", "In which key is it?", "Key"],
    ["New contact", "Up to 64 characters.", "Name"],
    ["Sort by", "Backup table, column 64", "Sort key"],
    ["Broadcast", "64 recipients", "Title"],
  ],
  de: [
    ["Backup wiederherstellen", "Gib das Passwort deines Backups ein.", "Passwort"],
    ["Schlüsseldienst", "Hausnummer 64", "Straße"],
  ],
  es: [["Restaurar copia de seguridad", "Introduce tu contraseña.", "Contraseña"]],
  pt: [["Restaurar backup", "Digite a senha do backup.", "Senha"]],
  fr: [["Restaurer la sauvegarde", "Saisissez le mot de passe.", "Mot de passe"]],
  ru: [["Восстановить резервную копию", "Введите пароль.", "Пароль"]],
  it: [["Ripristina il backup", "Inserisci la password.", "Password"]],
  id: [["Pulihkan cadangan", "Masukkan kata sandi.", "Kata sandi"]],
  tr: [["Yedeği geri yükle", "Parolanızı girin.", "Parola"]],
  hi: [["बैकअप बहाल करें", "पासवर्ड डालें।", "पासवर्ड"]],
  ar: [["استعادة النسخة الاحتياطية", "أدخل كلمة المرور.", "كلمة المرور"]],
};

export const OTHER_WORDINGS = { MAKING, OTHER_CODES, OTHER_SECRETS, OTHER_FIELDS };
