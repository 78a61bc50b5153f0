#include "indexer/language/danger.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "indexer/language/patterns.h"

namespace kring::indexer {
namespace {

enum Rule : std::size_t {
  kOneself,   // thoughts of death, harm to oneself
  kViolence,  // by another
};

constexpr auto kDanger = std::to_array<PatternRule>({
    {kOneself,
     "suicid*|suici*|suisi*|zelfmoor*|zelfdoding*|doodswens*|doodsgedacht*|doodsverlangen|"
     "doodwens*"},
    {kOneself, "poging|pogingen|zelfmoordpoging*|suicidepoging*"},
    {kOneself, "gedachten|gedachtes ..4 weer|terug ..2 terug|elke"},
    {kOneself, "opgehangen|ophangen|verhangen"},
    {kOneself, "wil*|wou|wens* ..3 niet ..1 meer ..2 leven|verder|bestaan|door"},
    {kOneself, "niet meer ..1 wil*|hoef* ..1 leven|zijn|bestaan"},
    {kOneself, "niet ..1 meer ..1 verder|leven|bestaan|door te willen"},
    {kOneself, "wil ..3 niet meer >"},
    {kOneself, "wil|wilt ..2 dood|doodgaan|sterven|verdwijnen"},
    {kOneself, "dood|doodgaan|sterven wil*|wou|willen"},
    {kOneself, "liever ..2 dood"},
    {kOneself, "was|waren ..2 maar ..1 dood"},
    {kOneself, "dood zijn|wezen"},
    {kOneself, "er ..4 niet ..1 meer ..2 zijn|was|ben|is|wezen"},
    {kOneself, "er ..1 niet meer ..1 te? zijn"},
    {kOneself, "ik ben|was er ..3 niet meer"},
    {kOneself, "ben|was ik er ..3 niet meer"},
    {kOneself, "eind|einde ..1 aan ..3 maak|maken|gemaakt"},
    {kOneself, "maak|maakt|maken ..4 eind|einde aan"},
    {kOneself, "stap|stappen|uit ..2 leven ..1 stap*|uit"},
    {kOneself, "eruit stappen"},
    {kOneself, "hoeft ..6 niet meer ..2 voor|van mij|me"},
    {kOneself, "hoeft ..4 voor|van mij|me ..4 niet meer"},
    {kOneself, "hoeft ..3 niet ..1 meer ..1 zo? >"},
    {kOneself, "hoef|hoeven ..2 niet meer ..1 zo? ..1 nodig? >"},
    {kOneself, "hoef|hoeven ..2 niet meer zo nodig ,"},
    {kOneself, "van mij mag ..6 ophouden|stoppen|afgelopen|voorbij"},
    {kOneself, "niet ..1 meer ..2 hoef* ..3 maken|meemaken"},
    {kOneself, "verjaardag|kerst|winter|zomer|einde|jaar ..4 niet ..2 halen|haal|meemaken|mee"},
    {kOneself, "niemand ..1 meer last van mij|me"},
    {kOneself, "brief|brieven ..4 kinderen|familie|iedereen|man|vrouw ..4 geschreven|klaar"},
    {kOneself, "weggegeven|weggeeft ..16 afscheid"},
    {kOneself, "afscheid genomen ..4"},
    {kOneself, "niet ..2 meer ..1 wakker ..2 word*|hoef*"},
    {kOneself, "nooit|niet meer ..2 wakker"},
    {kOneself, "beter ..1 af ..5 zonder mij|me"},
    {kOneself, "beter ..3 zonder mij|me ..1 af?"},
    {kOneself, "zonder mij|me ..4 beter"},
    {kOneself, "tot last"},
    {kOneself, "last voor ..2 iedereen|anderen|kinderen|familie"},
    {kOneself, "afscheidsbrief*|afscheidsbrieven"},
    {kOneself, "afscheid ..3 genomen|nemen ..3 iedereen|kinderen|leven"},
    {kOneself,
     "pillen|medicijnen|medicatie|tabletten|slaappillen ..6 "
     "opgespaard|spaar*|verzamel*|opsparen|klaarlig*|klaar|genoeg|tegelijk|alle"},
    {kOneself,
     "spaar|verzamel|bewaar|opgespaard|alle ..4 pillen|medicijnen|medicatie|slaappillen|tabletten"},
    {kOneself,
     "spoor|trein|perron|brug|viaduct|dak|flat|balkon ..8 "
     "spring*|stap|eraf|denk|gooi*|stil|overheen|niet"},
    {kOneself, "spring*|gooi|gooien|sta ..6 trein|spoor|brug|viaduct|dak|flat|balkon|perron"},
    {kOneself, "voor de trein"},
    {kOneself, "plek|plekje|dag|datum ..3 uitgezocht|uitgekozen|gekozen|geprikt"},
    {kOneself, "weet ..3 welk|welke spoor|brug|trein|plek|dak|flat|boom"},
    {kOneself, "uitgezocht ..3 hoeveel|hoe|welke ..3 pillen|medicijnen|nodig|touw"},
    {kOneself, "hoeveel pillen|medicijnen|tabletten"},
    {kOneself, "strip|strips|pot|doos|doosje ..3 genomen|geslikt|ingenomen|op"},
    {kOneself, "pillen|slaappillen|medicijnen|paracetamol ..2 genomen|geslikt|ingenomen ..2 met"},
    {kOneself, "weet ..2 hoe|waar|wanneer ik het ..2 doe|doen"},
    {kOneself, "leven ..4 geen zin|niks|waarde|niet ..2 waard|zin"},
    {kOneself, "geen leven ..1 zo|meer|dit"},
    {kOneself, "geen ..3 reden ..6 leven|opstaan|staan|verder"},
    {kOneself, "niet ..1 meer ..1 zitten ..2 leven"},
    {kOneself, "zie|ziet ..2 het ..3 niet ..1 meer zitten"},
    {kOneself, "zie|ziet ..3 geen ..1 uitweg|andere"},
    {kOneself, "zo ..3 niet ..1 meer ..1 verder"},
    {kOneself, "kan|wil ..2 zo niet ..1 meer? ..1 verder|leven"},
    {kOneself, "alles ..1 zwart|donker ..4 dood|einde|weg"},
    {kOneself, "voor altijd ..1 slapen|weg|rust"},
    {kOneself,
     "snij|snijd|snijdt|snijden|sneed|sneden|kras|krast|kraste|krassen|brand|brandt|verwond*|"
     "beschadig*|bonk* ..5 mezelf|mijzelf|zichzelf|armen|arm|polsen|benen|huid"},
    {kOneself,
     "mezelf|mijzelf|zichzelf ..3 snij*|pijn|kras*|beschadig*|verwond*|sla*|brand*|opensnij*"},
    {kOneself, "in ..2 arm|armen|polsen|benen snij*|kras*|gesneden|gekrast"},
    {kOneself, "zelfbeschadig*|automutilatie|zelfverwonding|zelfmutilatie"},
    {kOneself, "mezelf|mijzelf|zichzelf|hemzelf|haarzelf ..1 iets|wat ..3 aan*|doe*"},
    {kOneself, "overdosis"},
    {kOneself,
     "stemmen|stem ..8 moet|opdracht*|beveel*|zeggen|zegt ..8 "
     "doen|pijn|spring*|aan|dood|steken|snij*|slaan"},
    {kOneself, "kill|killing|hurt|hurting|harm|harming|cut|cutting myself|himself|herself"},
    {kOneself, "wasn|weren ..1 here|alive"},
    {kOneself, "want|wants to die|disappear"},
    {kOneself, "end my life|it all"},
    {kOneself, "better off without me"},
    {kOneself, "not|don|no ..3 live|alive|here anymore"},
    {kOneself, "no reason to live|go on"},
    {kOneself, "suicidal"},
    {kViolence,
     "slaat|sla|slaan|mept|schopt|stompt|wurgt|knijpt|trapt|duwt ..3 "
     "mij|me|haar|hem|ons|kinderen|kind|moeder"},
    {kViolence,
     "mij|me|haar|hem|ons ..4 slaat|mept|schopt|stompt|wurgt|trapt|vermoordt|vermoorden"},
    {kViolence,
     "word|wordt|worden|ben|is ..6 "
     "geslagen|mishandeld|opgesloten|bedreigd|gestalkt|geschopt|misbruikt|verkracht|gewurgd"},
    {kViolence, "geslagen|mishandeld|opgesloten|bedreigd|geschopt|misbruikt word|wordt|worden"},
    {kViolence, "huiselijk|thuis geweld"},
    {kViolence, "*mishandeling|mishandelt|mishandelen"},
    {kViolence, "durf|durft ..4 niet ..2 naar huis"},
    {kViolence, "bang ..6 naar huis"},
    {kViolence, "niet ..4 naar huis ..4 durf*|bang|slaat|boos"},
    {kViolence,
     "bang|angst ..3 van|voor ..2 man|vriend|partner|zoon|vader|ex|hem ..4 "
     "slaat|boos|agressief|doet|thuis|woedend"},
    {kViolence, "dreig*|bedreig* ..8 vermoord*|dood*|iets|mes|afmaken|slaan|aan"},
    {kViolence, "bedreigt|bedreigd ..1 mij|me|haar|hem|ons"},
    {kViolence, "gezegd|zegt ..4 vermoordt|doodmaakt|afmaakt"},
    {kViolence, "sluit|sluiten|opgesloten|houdt ..3 mij|me|haar|hem|ons ..2 op|vast|binnen"},
    {kViolence, "mag ..4 niet|niemand ..3 van ..3 man|vriend|zoon|partner|hem"},
    {kViolence, "me|mij|haar|hem|ons ..1 iets|wat ..2 aan*"},
    {kViolence, "losse handen|handjes"},
    {kViolence, "blauwe plekken ..6 man|vriend|zoon|partner|hem|vader"},
    {kViolence, "grijpt|greep|gegrepen|kneep|pakte ..3 keel|strot"},
    {kViolence, "keel|strot ..2 gegrepen|dichtgeknepen|dicht"},
    {kViolence, "deur|voordeur|huis ..3 op slot"},
    {kViolence, "neemt|pakt|nam|pakte ..6 telefoon|pinpas|paspoort|sleutels ..6 af"},
    {kViolence, "houdt|houden|hield ..1 me|mij|haar binnen|vast"},
    {kViolence, "moet|moeten ..3 trouwen"},
    {kViolence, "uitgehuwelijkt|huwelijksdwang|eerwraak"},
    {kViolence, "anders gebeurt er wat|iets"},
    {kViolence, "mes|pistool|bijl ..3 laten|gedreigd|keel|dreigt"},
    {kViolence, "me|mij|haar|hem|ons ..2 afmaak*|doodmaak*|kapotmaak*|vermoord*|doodsla*"},
    {kViolence, "hits|beats|hitting|beating ..1 me|her|him|us"},
    {kViolence, "afraid|scared to go home"},
});

enum Undo : std::size_t {
  kDenies,   // before the signal, near
  kPast,     // anywhere in the sentence, unless it goes on
  kGoesOn,   // takes the past away
  kOther,    // someone else, before the signal
  kIdiom,    // covers the signal
  kFiction,  // anywhere in the sentence
  kMourns,   // of someone else's death, anywhere in the sentence
};

constexpr auto kUndoes = std::to_array<PatternRule>({
    {kDenies, "geen|niet|nooit|zonder|ontkent|ontken|ontkennen|nergens|no|not|never"},
    {kDenies, "geen sprake van"},
    {kPast, "vroeger|destijds|ooit|indertijd|toen|toenmalig*|voorheen|eerder"},
    {kPast, "# jaar|jaren|maanden geleden|terug"},
    {kPast, "jaren|lang|paar|maanden geleden"},
    {kPast, "in het|mijn|haar|zijn verleden"},
    {kPast, "verleden tijd"},
    {kPast, "vorig|vorige jaar|herfst|winter|zomer|lente|voorjaar|najaar"},
    {kPast, "gaat ..4 goed|beter"},
    {kPast, "als kind|puber|tiener|jongen|meisje"},
    {kPast, "is|zijn|gelukkig ..3 over|voorbij"},
    {kPast, "achter de rug"},
    {kPast, "gehad ..4 over|voorbij|weg"},
    {kPast, "al jaren|tijden|maanden niet ..1 meer"},
    {kPast, "niet meer gedaan|gebeurd"},
    {kPast, "na ..4 poging|zelfmoordpoging|suicidepoging"},
    {kPast, "gevlucht|veilig|weggegaan|gescheiden|opvanghuis"},
    {kPast, "ex ..3 sloeg|mishandelde"},
    {kPast, "in|sinds|uit|poging 19*|20*"},
    {kGoesOn, "weer|opnieuw|nog|steeds|weken|dagelijks|vandaag|vannacht|gisteren|morgen"},
    {kGoesOn, "elke|iedere dag|nacht|avond|week"},
    {kGoesOn, "laatste weken|tijd|dagen|maanden"},
    {kGoesOn, "sinds kort"},
    {kOther,
     "mijn|onze|mn|m ..1 "
     "broer*|zus*|vader|moeder|vriend|vriendin|buurman|buurvrouw|buurmeisje|buurjongen|dochter|"
     "zoon|"
     "collega|oom|tante|neef*|nicht*|klein*|man|vrouw|partner|opa|oma|ex|beste"},
    {kOther, "nabestaande*|familieleden|vrijwilliger*"},
    {kMourns, "verloren|verlies|pleegde|gepleegd|overleden|nabestaande*|stierf"},
    {kOther, "een vriend|vriendin|buurman|buurvrouw|collega|kennis|bekende|jongen|iemand|bewoner"},
    {kOther, "de|haar|zijn ..1 buurman|buurvrouw|collega|vriendin"},
    {kOther, "my ..1 brother|sister|father|mother|friend|neighbour|uncle|cousin|son|daughter"},
    {kIdiom, "dood aan|van verveling|verveling|honger|dorst|schaamte|schrik"},
    {kIdiom, "dood wil ..3 niet"},
    {kIdiom, "wil|wilt|wilde ..2 niet ..1 dood|sterven|doodgaan"},
    {kIdiom, "mezelf|mijzelf|zichzelf niet ..3 beschadig*|snij*|pijn|verwond*"},
    {kIdiom, "als de dood"},
    {kIdiom, "eind|einde ..3 breien"},
    {kIdiom, "sla|slaat|slaan me|mij|ons ..2 doorheen|oren|wel"},
    {kIdiom, "suicid*|zelfbeschadig*|zelfmoord* : ontkend|nee|geen|niet|afwezig"},
    {kIdiom, "poging om|tot|te|waag*|gewaagd"},
    {kIdiom, "slaat ..3 over|mis|nergens|bal|toe|aan|linksaf|rechtsaf|in"},
    {kIdiom, "vermoord me nou|niet"},
    {kIdiom, "tot last zijn ..6 vraag|bellen"},
    {kIdiom, "niet tot last"},
    {kIdiom, "niet meer ..2 wakker ..2 van"},
    {kIdiom, "hoeft niet meer ..1 dan"},
    {kIdiom, "in slaap"},
    {kFiction,
     "film*|serie*|boek*|thriller*|crime*|podcast*|detective*|toneel*|roman*|game*|documentaire*"},
    {kFiction,
     "cursus|training|opleiding|vrijwilliger*|nabestaand*|lotgenoten ..6 "
     "zelfdoding|zelfmoord|suicide*|113"},
    {kFiction, "bij 113"},
    {kFiction,
     "als agent|machinist|conducteur|verpleegkundige|hulpverlener|brandweerman|politieman"},
    {kFiction, "113 bellen kan|vrijwilliger"},
});

const Patterns& dangers() {
  static const Patterns kPatterns(kDanger);
  return kPatterns;
}

const Patterns& undoes() {
  static const Patterns kPatterns(kUndoes);
  return kPatterns;
}

constexpr std::size_t kDenialTokens = 5;  // before a signal in which a denial counts

int year_of(catalog::Date day) {
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

// A year before `this_year`, as a number: "in 2019".
bool is_past_year(const Token& token, int this_year) {
  static constexpr int kFirst = 1940;
  const int number = token.hundredths / 100;
  return token.kind == CutKind::kNumber && token.hundredths % 100 == 0 && number >= kFirst
         && number < this_year;
}

bool is_break(const Token& token) {
  static constexpr std::array<std::string_view, 8> kBreaks = {",",   "maar", "en",  "want",
                                                              "dus", "but",  "and", ":"};
  return token.kind == CutKind::kStop
         || std::find(kBreaks.begin(), kBreaks.end(), token.form->folded) != kBreaks.end();
}

// One text with its signals and what may undo them.
class Reading {
 public:
  Reading(std::vector<Token> tokens, int this_year)
      : tokens_(std::move(tokens)),
        this_year_(this_year),
        signals_(dangers().find(tokens_)),
        undoes_(undoes().find(tokens_)) {}

  [[nodiscard]] bool tells_danger() const {
    return std::any_of(signals_.begin(), signals_.end(),
                       [this](const PatternHit& signal) { return is_present(signal); });
  }

 private:
  [[nodiscard]] bool is_present(const PatternHit& signal) const {
    const std::size_t begin = sentence_begin(signal.begin);
    const std::size_t end = sentence_end(signal.begin);
    if (has_covering(signal) || has_between(kFiction, begin, end)) return false;
    if (is_denied(signal) || is_about_other(signal, begin)) return false;
    const bool was = has_between(kPast, begin, end) || has_past_year(begin, end);
    return !was || has_between(kGoesOn, begin, end);
  }

  [[nodiscard]] std::size_t sentence_begin(std::size_t at) const {
    while (at > 0 && tokens_[at - 1].kind != CutKind::kStop) {
      --at;
    }
    return at;
  }
  [[nodiscard]] std::size_t sentence_end(std::size_t at) const {
    while (at < tokens_.size() && tokens_[at].kind != CutKind::kStop) {
      ++at;
    }
    return at;
  }

  [[nodiscard]] bool has_between(Undo undo, std::size_t begin, std::size_t end) const {
    return std::any_of(undoes_.begin(), undoes_.end(), [=](const PatternHit& hit) {
      return hit.rule == undo && hit.begin >= begin && hit.end <= end;
    });
  }

  [[nodiscard]] bool has_past_year(std::size_t begin, std::size_t end) const {
    const auto first = tokens_.begin();
    return std::any_of(first + static_cast<std::ptrdiff_t>(begin),
                       first + static_cast<std::ptrdiff_t>(end),
                       [this](const Token& token) { return is_past_year(token, this_year_); });
  }

  [[nodiscard]] bool has_covering(const PatternHit& signal) const {
    return std::any_of(undoes_.begin(), undoes_.end(), [&signal](const PatternHit& hit) {
      return hit.rule == kIdiom && overlaps(hit, signal);
    });
  }

  // A denial near before it, in the same clause.
  [[nodiscard]] bool is_denied(const PatternHit& signal) const {
    std::size_t begin = signal.begin;
    while (begin > 0 && signal.begin - begin < kDenialTokens && !is_break(tokens_[begin - 1])) {
      --begin;
    }
    return has_between(kDenies, begin, signal.begin);
  }

  // Someone else is spoken of before it. Violence is done by someone else: only who is said to
  // suffer it, "mijn buurvrouw wordt geslagen", is another.
  [[nodiscard]] bool is_about_other(const PatternHit& signal, std::size_t begin) const {
    if (signal.rule == kOneself) {
      return has_between(kOther, begin, signal.end)
             || has_between(kMourns, begin, sentence_end(signal.begin));
    }
    return std::any_of(undoes_.begin(), undoes_.end(),
                       [&signal](const PatternHit& hit) {
                         return hit.rule == kOther && hit.end == signal.begin;
                       })
           && suffers(tokens_[signal.begin]);
  }

  static bool suffers(const Token& token) {
    static constexpr std::array<std::string_view, 4> kPassive = {"wordt", "worden", "is", "werd"};
    return std::find(kPassive.begin(), kPassive.end(), token.form->folded) != kPassive.end();
  }

  std::vector<Token> tokens_;
  int this_year_;
  std::vector<PatternHit> signals_;
  std::vector<PatternHit> undoes_;
};

}  // namespace

bool signals_danger(std::string_view text, const Analyser& analyser, catalog::Date today) {
  return Reading(analyser.tokens_of(text), year_of(today)).tells_danger();
}

}  // namespace kring::indexer
