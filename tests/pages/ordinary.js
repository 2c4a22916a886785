/**
 * Hundreds of ordinary forms, one at a time by `window.ordinary.show(number)`: templates of what people fill in every
 * day, in markup that varies by a seed. None of them asks for a backup's key, though many take 64 characters, stand
 * in a dialog, or speak of keys, backups or 64.
 */
import { make } from "./plain-form.js";

/** Label, then what the field is: type, autocomplete, maxlength. */
const f = (label, type = "text", autocomplete = "", maxLength = -1) => ({
  label,
  type,
  autocomplete,
  maxLength,
});

const TEMPLATES = [
  ["Sign in", "Welcome back", [f("E-mail", "email"), f("Password", "password")]],
  ["Sign in", "Use your user name", [f("User name", "text", "username", 64), f("Password", "password")]],
  ["Anmelden", "Willkommen zurück", [f("Benutzername"), f("Passwort", "password")]],
  ["Iniciar sesión", "Hola de nuevo", [f("Usuario"), f("Contraseña", "password")]],
  ["Create your account", "It takes a minute", [f("Full name", "text", "name", 64), f("E-mail", "email")]],
  ["Criar conta", "É grátis", [f("Nome completo", "text", "", 64), f("Senha", "password")]],
  ["Créer un compte", "Gratuit", [f("Nom", "text", "", 64), f("Prénom", "text", "", 64)]],
  ["Buat akun", "Gratis", [f("Nama lengkap"), f("Kata sandi", "password")]],
  ["Создать аккаунт", "Бесплатно", [f("Имя", "text", "", 64), f("Пароль", "password")]],
  [
    "Payment",
    "Your card",
    [f("Card number", "text", "cc-number", 19), f("Name on card"), f("CVC", "text", "", 4)],
  ],
  ["Pagamento", "La tua carta", [f("Numero di carta", "text", "", 19), f("Titolare", "text", "", 64)]],
  ["Delivery address", "", [f("Street"), f("Town"), f("Region"), f("Postal code", "text", "postal-code")]],
  ["Teslimat adresi", "", [f("Sokak"), f("Şehir"), f("Bölge"), f("Posta kodu")]],
  ["عنوان التسليم", "", [f("الشارع"), f("المدينة"), f("المنطقة"), f("الرمز البريدي")]],
  ["डिलीवरी का पता", "", [f("गली"), f("शहर"), f("राज्य"), f("पिन कोड")]],
  ["Search", "", [f("Search products", "search")]],
  ["Find a backup", "Search 64 archived chats", [f("Search terms", "text", "", 64)]],
  ["Settings", "Profile", [f("Display name", "text", "nickname", 64), f("About", "text", "", 139)]],
  ["Notifications", "Keywords", [f("Key phrase to be told of", "text", "", 64)]],
  ["Backup settings", "Where backups go", [f("Folder for backups", "text", "", 64), f("Keep for days")]],
  ["Backup e-mail", "To recover your account", [f("Recovery e-mail", "text", "email", 64)]],
  ["Contact us", "We answer soon", [f("Your name"), f("Subject", "text", "", 64), f("Message", "textarea")]],
  ["Book a room", "64 rooms are free", [f("Arrival"), f("Departure"), f("Guests"), f("Wishes", "textarea")]],
  ["Two-step verification", "Code from your app", [f("6-digit code", "text", "one-time-code", 6)]],
  ["Recovery code", "Restore access to your account", [f("8-digit recovery code", "text", "", 64)]],
  ["API settings", "For developers", [f("API key", "text", "", 64), f("Webhook", "url")]],
  ["New access token", "Valid for a year", [f("Token name", "text", "", 64), f("64-character token")]],
  ["Import a wallet", "Restore from a key", [f("Private key (64 characters)", "text", "", 64)]],
  ["Importar monedero", "Restaurar", [f("Clave privada de 64 dígitos", "text", "", 64), f("Nombre")]],
  ["Wi-Fi", "Network security key", [f("Wi-Fi key (64 hex digits)", "text", "", 64)]],
  ["Check a download", "SHA-256", [f("Checksum, 64 digits", "text", "", 64)]],
  ["Activate your licence", "", [f("Licence key", "text", "", 64)]],
  ["Gift card", "", [f("Code on the card", "text", "", 16)]],
  ["Set up a passkey", "Save your keys", [f("Name of this passkey", "text", "", 64)]],
  ["Keyboard shortcuts", "Press a key", [f("Shortcut key for Restore", "text", "", 64)]],
  ["Survey", "Question 64 of 80", [f("What would you change?", "textarea")]],
  ["Job application", "", [f("Name"), f("Phone", "tel"), f("Key skills", "textarea")]],
  ["Restore purchases", "From your store account", [f("Order number", "text", "", 64)]],
  ["Database", "Restore a dump", [f("Primary key column", "text", "", 64), f("Table", "text", "", 64)]],
  ["Rename chat", "", [f("Chat name", "text", "", 64)]],
  ["Hotel key", "Collect your key card", [f("Booking code", "text", "", 64), f("Room")]],
];

/** As every such page has it: 9 forms of each template, each in other markup. */
const VARIANTS = 9;

/** A sequence that is the same each time. */
function rolls(seed) {
  let state = seed * 2654435761;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return state % sides;
  };
}

function control({ type, autocomplete, maxLength }, roll) {
  const field = make(type === "textarea" ? "textarea" : "input", type === "textarea" ? {} : { type });
  if (autocomplete && roll(3) > 0) field.setAttribute("autocomplete", autocomplete);
  else if (roll(4) === 0) field.setAttribute("autocomplete", "off");
  if (maxLength > 0) field.maxLength = maxLength;
  else if (type === "text" && roll(3) === 0) field.maxLength = 64;
  if (roll(4) === 0) field.setAttribute("spellcheck", "false");
  return field;
}

const LABELS = [
  (label, field) => make("label", {}, label, field),
  (label, field) => {
    field.setAttribute("aria-label", label);
    return make("div", {}, field);
  },
  (label, field) => {
    field.setAttribute("placeholder", label);
    return make("div", {}, field);
  },
  (label, field) => {
    field.id = `f${label.length}`;
    return make("div", {}, make("label", { htmlFor: field.id }, label), field);
  },
];

function build(number) {
  const [title, text, fields] = TEMPLATES[number % TEMPLATES.length];
  const roll = rolls(number + 1);
  const label = LABELS[roll(LABELS.length)];
  const rows = fields.map((each) => label(each.label, control(each, roll)));
  const card = make(
    roll(2) === 0 ? "form" : "div",
    { className: "card" },
    make(roll(2) === 0 ? "h1" : "h2", {}, title),
    make("p", {}, text),
    ...rows,
    make("button", { type: "button" }, "OK"),
  );
  if (roll(2) === 0) {
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", title);
  }
  return card;
}

export function mount(root) {
  window.ordinary = {
    count: TEMPLATES.length * VARIANTS,
    show(number) {
      root.replaceChildren(build(number));
      return `${number}: ${TEMPLATES[number % TEMPLATES.length][0]}`;
    },
  };
}
