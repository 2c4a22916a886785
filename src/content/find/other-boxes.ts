/**
 * Do boxes that make 64 ask for something other than the key: an answer, a card, a search, a password?
 *
 * Boxes are believed in any language, so words must keep these out. Only a look asks. The badge does without:
 * every load of the page would pay for words about boxes that are hardly ever there.
 */
import { isKeysOwn, type Sign, type Signals, saysNothingForIt } from "./form-score.ts";
import { compile, has } from "./words.ts";

/** What a person writes, answers or looks for, written as in `words.ts`. */
const ASKED = [
  "phones?|e-?mails?|messages?|problems?|problem[aă]s?|problème@|questions?|search@|mensa[jg]@|nachricht@|messaggi@|bericht@|wiadomoś@|mesaj@",
  "quiz@|kui[sz]|crosswords?|puzzle@|@rätsel@|answers?|across|cards?|kart(?:a|y|e|u|enn\\S+)|carte|cart[aã]o|carta|tarjeta|kredi kartı|kadi?|карт@|картк@|respuestas?|preguntas?|crucigrama@|respostas?|perguntas?|palavras cruzadas|rispost@|domand@|cruciverba|réponses?|mots croisés|antwo@|frage@|vra[ag]@|krzyżów@|pytani@|odpowied@|întreb@|răspuns@|rebus|soru@|cevap@|yanıt@|bulmaca@|jawa[bp]an@|pertanyaan|soalan|teka-teki|swali|jibu|chemsha bongo|tanong|sagot",
  "викторин@|вікторин@|кроссворд@|кросворд@|ответ@|вопрос@|відповід@|питанн@|загад@|سؤال|إجابة?@|(?:ال)?كلمات (?:ال)?متقاطعة|(?:ال)?بطاق@|پرسش|پاسخ|جدول|کارت|سوال|جواب|שאל@|תשוב@|תשבץ|כרטיס@|प्रश्न@|उत्तर|जवाब|पहेली|कार्ड@|প্রশ্ন@|উত্তর@|শব্দছক@|কার্ড@|கேள்வி@|பதில்|@குறுக்கெழுத்து|அட்டை@|ప్రశ్న@|జవాబు|కార్డ@|પ્રશ્ન|જવાબ|કાર્ડ@|ಪ್ರಶ್ನೆ|ಉತ್ತರ|ಕಾರ್ಡ@|ചോദ്യ@|ഉത്തര@|കാർഡ@|ਸਵਾਲ|ਜਵਾਬ|ਕਾਰਡ@|@(?:填字|答案|问答|問答|谜|謎|卡号|卡號)@",
  "busca@|pesquis@|procur@|cerca|recherch@|suchen?|zoek@|szuka@|wyszuk@|c[aă]ut@|ara|cari|telusuri|tafuta|maghanap|поиск@|найти|пошук@|खोज@|शोध@|খুঁজ@|தேட@|தேடு@|వెతక@|શોધ@|ಹುಡುಕ@|തിരയ@|ਖੋਜ@|تلاش|جست@|חיפוש|חפש@|@(?:搜[索尋]|查找)@",
  "mesej@|pesan@|masalah@|sorun@|tatizo|ujumbe|mensahe|сообщени@|проблем@|повідомл@|مشكل@|رسال@|رسائل|بحث|ابحث|مسئلہ|پیغام",
  "مشکل|پیام|یادداشت|בעי@|הודע@|मैसेज|मेसेज|संदेश|समस्या@|मदद|বার্তা|মেসেজ|সমস্যা@|సందేశ@|సమస్య@|செய்தி@|மெசேஜ்|பிரச்ச@",
  "குறிப்பு@|સંદેશ@|સમસ્યા@|ಸಂದೇಶ@|ಸಮಸ್ಯೆ@|സന്ദേശ@|പ്രശ്ന@|ਸੁਨੇਹਾ|ਸਮੱਸਿਆ@|ਨੋਟ|@(?:留言|消息|訊息|问题|問題)@",
];

let pattern: RegExp | null = null;

function isAsked(text: string): boolean {
  pattern ??= compile(ASKED);
  return text.search(pattern) >= 0;
}

const isOfOthers = (text: string): boolean =>
  isAsked(text) || has("naming", text) || has("password", text) || /[?\u061f\uff1f]/.test(text);

/** A heading may ask "Do you have your key?". Of a quiz nothing else is for the key either. */
export function areOtherBoxes(s: Signals): boolean {
  if (s.boxes === 1) return false;
  return (isOfOthers(s.name) && !isKeysOwn(s.name)) || (isOfOthers(s.heading) && saysNothingForIt(s));
}

/** As docs/fill.md lists it. */
export const OTHER_BOXES: Sign = [
  "boxes, named or headed as a question, a card, a password, or what the user calls, writes or looks for",
  areOtherBoxes,
];
