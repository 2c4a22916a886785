/**
 * What is never to get the key, in words of its own in nine languages, and restore forms in the same ones.
 * Written to attack the finder, and before its first run on them. One a line, `title | text | name of the
 * field`.
 */
import { wordings } from "./unseen.ts";
import type { Wording } from "./wordings.ts";

/**
 * In this order: a PIN, a payment card, a licence, a wallet, a checksum, a token, a group's name, a key just made,
 * a quiz, a crossword, a code of 40 characters, a link code, an app lock, a username key, a password, a search.
 */
export const NEVER: Record<string, readonly Wording[]> = {
  en: wordings(`
    Welcome back | Type the PIN that protects your backup. We will then fetch your chats. | Backup PIN
    Pay for storage | Larger backups need a plan. Your card has 16 digits. | Number on the card
    Unlock the full version | The 64-character code on your receipt restores your purchase. | Licence
    Bring in an account | Its secret of 64 hex digits restores the wallet on this device. | Private key (hex)
    Is the download intact? | Compare the backup file with its 64 hex digits. | Checksum
    Connect a bot | Paste the 64 characters to restore access to your backup bot. | Bearer token
    New group | Members see this name. 0/64 | Group subject
    One last check | Enter the 64-digit key from the page before, to make sure that you can restore your backup. | 64-digit key
    Question 3 of 8 | Which sea lies between Italy and Croatia? Fill in the letters. | Your answer
    Puzzle of the day | Across: a flower, eight letters. | Across
    Get your chats back | Your backup opens with the recovery code. It has 40 characters. | Recovery code
    Link a device | Enter the 8-character code that the other phone shows, to restore your chats. | Code from your phone
    WhatsApp is locked | Enter the code of the app lock to see your chats and backups. | Unlock code
    Who may write to you? | People need this key as well as your username. | Username key
    Restore your backup | This backup has a password and no 64-digit key. | Password of the backup
    Help | Search articles on the 64-digit key and on restoring a backup. | Search
  `),
  pt: wordings(`
    Bem-vindo de volta | Digite o PIN que protege seu backup. Depois buscamos suas conversas. | PIN do backup
    Pague pelo espaço | Backups maiores precisam de um plano. Seu cartão tem 16 dígitos. | Número do cartão
    Desbloqueie a versão completa | O código de 64 caracteres do recibo restaura sua compra. | Licença
    Traga uma conta | O segredo de 64 dígitos hexadecimais restaura a carteira neste aparelho. | Chave privada
    O arquivo está intacto? | Compare o arquivo do backup com os 64 dígitos. | Soma de verificação
    Conectar um robô | Cole os 64 caracteres para restaurar o acesso ao backup. | Token de acesso
    Novo grupo | Os participantes veem este nome. 0/64 | Nome do grupo
    Uma última verificação | Digite a chave de 64 dígitos da página anterior, para termos certeza de que você pode restaurar o backup. | Chave de 64 dígitos
    Pergunta 3 de 8 | Que mar fica entre a Itália e a Croácia? Preencha as letras. | Sua resposta
    Palavras cruzadas do dia | Horizontal: uma flor, oito letras. | Horizontal
    Recupere suas conversas | Seu backup abre com o código de recuperação. Ele tem 40 caracteres. | Código de recuperação
    Conectar um aparelho | Digite o código de 8 caracteres que o outro celular mostra, para restaurar as conversas. | Código do celular
    O WhatsApp está bloqueado | Digite o código do bloqueio do app para ver suas conversas e backups. | Código de desbloqueio
    Quem pode escrever para você? | Além do nome de usuário, as pessoas precisam desta chave. | Chave do nome de usuário
    Restaurar backup | Este backup tem uma senha e não uma chave de 64 dígitos. | Senha do backup
    Ajuda | Pesquise artigos sobre a chave de 64 dígitos e como restaurar um backup. | Pesquisar
  `),
  pl: wordings(`
    Witaj ponownie | Wpisz PIN, który chroni kopię zapasową. Potem pobierzemy czaty. | PIN kopii zapasowej
    Zapłać za miejsce | Większe kopie wymagają planu. Twoja karta ma 16 cyfr. | Numer karty
    Odblokuj pełną wersję | 64-znakowy kod z paragonu przywraca zakup. | Licencja
    Dodaj konto | Jego sekret, 64 cyfry szesnastkowe, przywraca portfel na tym urządzeniu. | Klucz prywatny
    Czy plik jest cały? | Porównaj plik kopii zapasowej z 64 cyframi. | Suma kontrolna
    Podłącz bota | Wklej 64 znaki, aby przywrócić dostęp do kopii. | Token dostępu
    Nowa grupa | Członkowie widzą tę nazwę. 0/64 | Nazwa grupy
    Ostatnie sprawdzenie | Wpisz 64-cyfrowy klucz z poprzedniej strony, abyśmy mieli pewność, że możesz przywrócić kopię zapasową. | 64-cyfrowy klucz
    Pytanie 3 z 8 | Jakie morze leży między Włochami a Chorwacją? Wpisz litery. | Twoja odpowiedź
    Krzyżówka dnia | Poziomo: kwiat, osiem liter. | Poziomo
    Odzyskaj czaty | Kopię zapasową otwiera kod odzyskiwania. Ma 40 znaków. | Kod odzyskiwania
    Połącz urządzenie | Wpisz 8-znakowy kod, który pokazuje drugi telefon, aby przywrócić czaty. | Kod z telefonu
    WhatsApp jest zablokowany | Wpisz kod blokady aplikacji, aby zobaczyć czaty i kopie zapasowe. | Kod odblokowania
    Kto może do ciebie pisać? | Oprócz nazwy użytkownika potrzebny jest ten klucz. | Klucz nazwy użytkownika
    Przywróć kopię zapasową | Ta kopia ma hasło, a nie 64-cyfrowy klucz. | Hasło kopii
    Pomoc | Szukaj artykułów o 64-cyfrowym kluczu i przywracaniu kopii zapasowej. | Szukaj
  `),
  uk: wordings(`
    З поверненням | Введіть PIN-код, який захищає резервну копію. Потім ми завантажимо чати. | PIN-код копії
    Оплата місця | Для більших копій потрібен план. Ваша картка має 16 цифр. | Номер картки
    Відкрийте повну версію | 64-значний код із чека відновлює покупку. | Ліцензія
    Додайте обліковий запис | Його секрет із 64 шістнадцяткових цифр відновлює гаманець на цьому пристрої. | Приватний ключ
    Чи файл цілий? | Порівняйте файл резервної копії з 64 цифрами. | Контрольна сума
    Під'єднайте бота | Вставте 64 символи, щоб відновити доступ до резервної копії. | Токен доступу
    Нова група | Учасники бачать цю назву. 0/64 | Назва групи
    Остання перевірка | Введіть 64-значний ключ із попередньої сторінки, щоб ми знали, що ви зможете відновити резервну копію. | 64-значний ключ
    Питання 3 з 8 | Яке море лежить між Італією та Хорватією? Впишіть літери. | Ваша відповідь
    Кросворд дня | По горизонталі: квітка, вісім літер. | По горизонталі
    Поверніть свої чати | Резервну копію відкриває код відновлення. Він має 40 символів. | Код відновлення
    Прив'яжіть пристрій | Введіть 8-значний код, який показує інший телефон, щоб відновити чати. | Код із телефона
    WhatsApp заблоковано | Введіть код блокування застосунку, щоб побачити чати й копії. | Код розблокування
    Хто може вам писати? | Крім імені користувача потрібен цей ключ. | Ключ імені користувача
    Відновити резервну копію | Ця копія має пароль, а не 64-значний ключ. | Пароль копії
    Довідка | Шукайте статті про 64-значний ключ і відновлення резервної копії. | Пошук
  `),
  bn: wordings(`
    আবার স্বাগতম | যে পিন আপনার ব্যাকআপ রক্ষা করে সেটি লিখুন। এরপর আমরা চ্যাট আনব। | ব্যাকআপের পিন
    জায়গার জন্য টাকা দিন | বড় ব্যাকআপের জন্য প্ল্যান লাগে। আপনার কার্ডে ১৬টি সংখ্যা আছে। | কার্ডের নম্বর
    সম্পূর্ণ সংস্করণ খুলুন | রসিদের ৬৪ অক্ষরের কোড আপনার কেনা জিনিস পুনরুদ্ধার করে। | লাইসেন্স
    একটি অ্যাকাউন্ট আনুন | ৬৪ সংখ্যার গোপন কোড এই ডিভাইসে ওয়ালেট পুনরুদ্ধার করে। | প্রাইভেট কী
    ফাইলটি কি ঠিক আছে? | ব্যাকআপ ফাইলটি ৬৪ সংখ্যার সাথে মিলিয়ে দেখুন। | চেকসাম
    একটি বট যোগ করুন | ব্যাকআপের অ্যাক্সেস পুনরুদ্ধার করতে ৬৪ অক্ষর পেস্ট করুন। | অ্যাক্সেস টোকেন
    নতুন গ্রুপ | সদস্যরা এই নাম দেখেন। 0/64 | গ্রুপের নাম
    শেষ যাচাই | আগের পৃষ্ঠার ৬৪ সংখ্যার কী লিখুন, যাতে আমরা জানি আপনি ব্যাকআপ পুনরুদ্ধার করতে পারবেন। | ৬৪ সংখ্যার কী
    প্রশ্ন ৩/৮ | ইতালি ও ক্রোয়েশিয়ার মাঝে কোন সাগর? অক্ষরগুলো লিখুন। | আপনার উত্তর
    আজকের শব্দছক | পাশাপাশি: একটি ফুল, আট অক্ষর। | পাশাপাশি
    আপনার চ্যাট ফিরে পান | ব্যাকআপ খুলতে রিকভারি কোড লাগে। এতে ৪০টি অক্ষর আছে। | রিকভারি কোড
    একটি ডিভাইস লিঙ্ক করুন | চ্যাট পুনরুদ্ধার করতে অন্য ফোনে দেখানো ৮ অক্ষরের কোড লিখুন। | ফোনের কোড
    WhatsApp লক করা আছে | চ্যাট ও ব্যাকআপ দেখতে অ্যাপ লকের কোড লিখুন। | আনলক কোড
    কে আপনাকে লিখতে পারে? | ইউজারনেম ছাড়াও এই কী লাগে। | ইউজারনেম কী
    ব্যাকআপ রিস্টোর করুন | এই ব্যাকআপের একটি পাসওয়ার্ড আছে, ৬৪ সংখ্যার কী নয়। | ব্যাকআপের পাসওয়ার্ড
    সাহায্য | ৬৪ সংখ্যার কী ও ব্যাকআপ রিস্টোর নিয়ে লেখা খুঁজুন। | খুঁজুন
  `),
  ta: wordings(`
    மீண்டும் வருக | உங்கள் காப்புப்பிரதியைப் பாதுகாக்கும் பின்னை உள்ளிடவும். | காப்புப்பிரதியின் பின்
    இடத்திற்குப் பணம் செலுத்தவும் | பெரிய காப்புப்பிரதிகளுக்குத் திட்டம் தேவை. உங்கள் அட்டையில் 16 இலக்கங்கள் உள்ளன. | அட்டை எண்
    முழுப் பதிப்பைத் திறக்கவும் | ரசீதில் உள்ள 64 எழுத்துக் குறியீடு உங்கள் வாங்குதலை மீட்டெடுக்கும். | உரிமம்
    ஒரு கணக்கைக் கொண்டு வரவும் | அதன் 64 இலக்க ரகசியம் வாலட்டை இந்தச் சாதனத்தில் மீட்டெடுக்கும். | தனிப்பட்ட விசை
    கோப்பு சரியாக உள்ளதா? | காப்புப்பிரதிக் கோப்பை 64 இலக்கங்களுடன் ஒப்பிடவும். | செக்சம்
    ஒரு பாட்டை இணைக்கவும் | காப்புப்பிரதி அணுகலை மீட்டெடுக்க 64 எழுத்துகளை ஒட்டவும். | அணுகல் டோக்கன்
    புதிய குழு | உறுப்பினர்கள் இந்தப் பெயரைப் பார்ப்பார்கள். 0/64 | குழுவின் பெயர்
    கடைசிச் சோதனை | முந்தைய பக்கத்தில் உள்ள 64 இலக்க விசையை உள்ளிடவும், காப்புப்பிரதியை மீட்டெடுக்க முடியும் என்பதை உறுதிசெய்ய. | 64 இலக்க விசை
    கேள்வி 3/8 | இத்தாலிக்கும் குரோஷியாவுக்கும் இடையே உள்ள கடல் எது? எழுத்துகளை நிரப்பவும். | உங்கள் பதில்
    இன்றைய குறுக்கெழுத்து | இடமிருந்து வலம்: ஒரு பூ, எட்டு எழுத்து. | இடமிருந்து வலம்
    உங்கள் சாட்களைத் திரும்பப் பெறவும் | காப்புப்பிரதியை மீட்புக் குறியீடு திறக்கும். அதில் 40 எழுத்துகள் உள்ளன. | மீட்புக் குறியீடு
    சாதனத்தை இணைக்கவும் | சாட்களை மீட்டெடுக்க, மற்ற ஃபோன் காட்டும் 8 எழுத்துக் குறியீட்டை உள்ளிடவும். | ஃபோனில் உள்ள குறியீடு
    WhatsApp பூட்டப்பட்டுள்ளது | சாட்களையும் காப்புப்பிரதிகளையும் பார்க்க ஆப் பூட்டின் குறியீட்டை உள்ளிடவும். | திறக்கும் குறியீடு
    யார் உங்களுக்கு எழுதலாம்? | பயனர்பெயருடன் இந்த விசையும் தேவை. | பயனர்பெயர் விசை
    காப்புப்பிரதியை மீட்டெடுக்கவும் | இந்தக் காப்புப்பிரதிக்குக் கடவுச்சொல் உள்ளது, 64 இலக்க விசை இல்லை. | காப்புப்பிரதியின் கடவுச்சொல்
    உதவி | 64 இலக்க விசை மற்றும் காப்புப்பிரதியை மீட்டெடுப்பது பற்றிய கட்டுரைகளைத் தேடவும். | தேடு
  `),
  fa: wordings(`
    خوش برگشتید | پینی را که از پشتیبان شما محافظت می‌کند وارد کنید. | پین پشتیبان
    پرداخت برای فضا | پشتیبان‌های بزرگ‌تر طرح می‌خواهند. کارت شما ۱۶ رقم دارد. | شماره کارت
    نسخهٔ کامل را باز کنید | کد ۶۴ نویسه‌ای رسید، خرید شما را بازیابی می‌کند. | مجوز
    حسابی بیاورید | راز ۶۴ رقمی آن کیف پول را در این دستگاه بازیابی می‌کند. | کلید خصوصی
    آیا فایل سالم است؟ | فایل پشتیبان را با ۶۴ رقم مقایسه کنید. | جمع کنترلی
    اتصال ربات | برای بازیابی دسترسی به پشتیبان، ۶۴ نویسه را جای‌گذاری کنید. | توکن دسترسی
    گروه جدید | اعضا این نام را می‌بینند. 0/64 | نام گروه
    آخرین بررسی | کلید ۶۴ رقمی صفحهٔ قبل را وارد کنید تا مطمئن شویم می‌توانید پشتیبان را بازیابی کنید. | کلید ۶۴ رقمی
    پرسش ۳ از ۸ | کدام دریا میان ایتالیا و کرواسی است؟ حروف را بنویسید. | پاسخ شما
    جدول امروز | افقی: یک گل، هشت حرف. | افقی
    چت‌های خود را پس بگیرید | پشتیبان با کد بازیابی باز می‌شود. این کد ۴۰ نویسه دارد. | کد بازیابی
    پیوند دستگاه | برای بازیابی چت‌ها، کد ۸ نویسه‌ای تلفن دیگر را وارد کنید. | کد تلفن
    واتساپ قفل است | برای دیدن چت‌ها و پشتیبان‌ها کد قفل برنامه را وارد کنید. | کد باز کردن قفل
    چه کسی می‌تواند به شما بنویسد؟ | افزون بر نام کاربری، این کلید هم لازم است. | کلید نام کاربری
    بازیابی پشتیبان | این پشتیبان گذرواژه دارد و نه کلید ۶۴ رقمی. | گذرواژهٔ پشتیبان
    راهنما | مقاله‌هایی دربارهٔ کلید ۶۴ رقمی و بازیابی پشتیبان جستجو کنید. | جستجو
  `),
  sw: wordings(`
    Karibu tena | Andika PIN inayolinda nakala rudufu yako. Kisha tutaleta gumzo zako. | PIN ya nakala rudufu
    Lipia nafasi | Nakala rudufu kubwa zinahitaji mpango. Kadi yako ina tarakimu 16. | Nambari ya kadi
    Fungua toleo kamili | Msimbo wa herufi 64 kwenye risiti hurejesha ununuzi wako. | Leseni
    Leta akaunti | Siri yake ya tarakimu 64 hurejesha pochi kwenye kifaa hiki. | Ufunguo wa faragha
    Je, faili ni nzima? | Linganisha faili ya nakala rudufu na tarakimu 64. | Jumla ya ukaguzi
    Unganisha roboti | Bandika herufi 64 ili kurejesha ufikiaji wa nakala rudufu. | Tokeni ya ufikiaji
    Kikundi kipya | Wanachama huona jina hili. 0/64 | Jina la kikundi
    Ukaguzi wa mwisho | Andika ufunguo wa tarakimu 64 wa ukurasa uliotangulia, ili tuhakikishe kuwa unaweza kurejesha nakala rudufu. | Ufunguo wa tarakimu 64
    Swali la 3 kati ya 8 | Ni bahari gani iliyo kati ya Italia na Kroatia? Jaza herufi. | Jibu lako
    Chemsha bongo ya leo | Mlalo: ua, herufi nane. | Mlalo
    Rejesha gumzo zako | Nakala rudufu hufunguliwa kwa msimbo wa kurejesha. Una herufi 40. | Msimbo wa kurejesha
    Unganisha kifaa | Andika msimbo wa herufi 8 unaoonyeshwa na simu nyingine ili kurejesha gumzo. | Msimbo wa simu
    WhatsApp imefungwa | Andika msimbo wa kufunga programu ili uone gumzo na nakala rudufu. | Msimbo wa kufungua
    Nani anaweza kukuandikia? | Pamoja na jina la mtumiaji, watu wanahitaji ufunguo huu. | Ufunguo wa jina la mtumiaji
    Rejesha nakala rudufu | Nakala rudufu hii ina nenosiri, si ufunguo wa tarakimu 64. | Nenosiri la nakala rudufu
    Msaada | Tafuta makala kuhusu ufunguo wa tarakimu 64 na kurejesha nakala rudufu. | Tafuta
  `),
  zh: wordings(`
    欢迎回来 | 请输入保护备份的 PIN 码，然后我们会取回聊天记录。 | 备份 PIN 码
    购买空间 | 更大的备份需要套餐。您的银行卡有 16 位数字。 | 卡号
    解锁完整版 | 收据上的 64 位代码可恢复您的购买。 | 许可证
    导入账户 | 64 位十六进制密码可在此设备上恢复钱包。 | 私钥
    文件完整吗？ | 请将备份文件与 64 位数字进行比较。 | 校验和
    连接机器人 | 粘贴 64 个字符以恢复对备份的访问。 | 访问令牌
    新建群组 | 成员会看到此名称。0/64 | 群组名称
    最后检查 | 请输入上一页的 64 位密钥，以便我们确认您能恢复备份。 | 64 位密钥
    第 3 题，共 8 题 | 意大利和克罗地亚之间是哪片海？请填写字母。 | 您的答案
    每日填字游戏 | 横向：一种花，八个字母。 | 横向
    找回聊天记录 | 备份要用恢复代码打开。它有 40 个字符。 | 恢复代码
    关联设备 | 请输入另一部手机显示的 8 位代码，以恢复聊天记录。 | 手机上的代码
    WhatsApp 已锁定 | 请输入应用锁代码以查看聊天和备份。 | 解锁代码
    谁可以给您写信？ | 除用户名外，还需要此密钥。 | 用户名密钥
    恢复备份 | 此备份使用密码，而不是 64 位密钥。 | 备份密码
    帮助 | 搜索有关 64 位密钥和恢复备份的文章。 | 搜索
  `),
};

/** Restore forms by the same hand. */
export const ASKED: Record<string, readonly Wording[]> = {
  en: wordings(`
    Welcome back | Your chats are in a backup that only your 64-digit key opens. Paste it, with or without spaces. | Key
    Do you have a 64-digit key? | Yes: type it here and your chats come back. No: look at your old phone. | 64-digit key
  `),
  pt: wordings(`
    Bem-vindo de volta | Suas conversas estão em um backup que só a sua chave de 64 dígitos abre. Cole a chave, com ou sem espaços. | Chave
    Você tem uma chave de 64 dígitos? | Digite a chave aqui e suas conversas voltam. | Chave de 64 dígitos
  `),
  pl: wordings(`
    Witaj ponownie | Czaty są w kopii zapasowej, którą otwiera tylko 64-cyfrowy klucz. Wklej go ze spacjami lub bez. | Klucz
    Masz 64-cyfrowy klucz? | Wpisz go tutaj, a czaty wrócą. | 64-cyfrowy klucz
  `),
  uk: wordings(`
    З поверненням | Чати лежать у резервній копії, яку відкриває лише 64-значний ключ. Вставте його з пробілами або без. | Ключ
    Маєте 64-значний ключ? | Введіть його тут, і чати повернуться. | 64-значний ключ
  `),
  bn: wordings(`
    আবার স্বাগতম | আপনার চ্যাট একটি ব্যাকআপে আছে যা শুধু আপনার ৬৪ সংখ্যার কী দিয়ে খোলে। এটি পেস্ট করুন। | আপনার কী
    আপনার কি ৬৪ সংখ্যার কী আছে? | এখানে লিখুন, চ্যাট ফিরে আসবে। | ৬৪ সংখ্যার কী
  `),
  ta: wordings(`
    மீண்டும் வருக | உங்கள் 64 இலக்க விசை மட்டுமே திறக்கும் காப்புப்பிரதியில் உங்கள் சாட்கள் உள்ளன. அதை ஒட்டவும். | விசை
    உங்களிடம் 64 இலக்க விசை உள்ளதா? | அதை இங்கே உள்ளிடவும், சாட்கள் திரும்பும். | 64 இலக்க விசை
  `),
  fa: wordings(`
    خوش برگشتید | چت‌های شما در پشتیبانی است که فقط کلید ۶۴ رقمی شما بازش می‌کند. آن را جای‌گذاری کنید. | کلید
    کلید ۶۴ رقمی دارید؟ | آن را اینجا بنویسید تا چت‌ها برگردند. | کلید ۶۴ رقمی
  `),
  sw: wordings(`
    Karibu tena | Gumzo zako ziko kwenye nakala rudufu inayofunguliwa na ufunguo wako wa tarakimu 64 tu. Ubandike. | Ufunguo
    Je, una ufunguo wa tarakimu 64? | Uandike hapa na gumzo zako zitarudi. | Ufunguo wa tarakimu 64
  `),
  zh: wordings(`
    欢迎回来 | 您的聊天记录在备份中，只有您的 64 位密钥能打开。请粘贴密钥。 | 密钥
    您有 64 位密钥吗？ | 在此输入，聊天记录就会回来。 | 64 位密钥
  `),
};
