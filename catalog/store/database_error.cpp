#include "catalog/store/database_error.h"

#include <optional>

namespace kring::catalog::store {

namespace {

// Primary result codes, from https://sqlite.org/rescode.html; they never change.
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kReadOnly = 8;
constexpr int kIoError = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kCannotOpen = 14;
constexpr int kNotADatabase = 26;
constexpr int kPrimaryMask = 0xff;

/// Absent where the remedy is that of any database.
std::optional<Text> explain_derived(int code) {
  switch (code & kPrimaryMask) {
    case kCorrupt:
      return Text{"is beschadigd. Gooi het weg; Kring maakt het opnieuw van de catalogus.",
                  "is damaged. Remove it; Kring makes it anew of the catalogue."};
    case kNotADatabase:
      return Text{"is niet van Kring. Verplaats het, of kies een andere map voor de index.",
                  "is not of Kring. Move it, or choose another folder for the index."};
    default:
      return std::nullopt;
  }
}

Text explain(int code, const std::string& detail) {
  switch (code & kPrimaryMask) {
    case kBusy:
    case kLocked:
      return {
          "is bezet: een ander programma schrijft erin. Wacht tot dat klaar is en probeer het "
          "opnieuw.",
          "is locked: another program is writing to it. Wait until it is done and try again."};
    case kReadOnly:
      return {
          "is alleen te lezen. Geef schrijfrechten op het bestand en de map, of kies een andere "
          "plaats.",
          "is read-only. Give write access to the file and its folder, or choose another place."};
    case kFull:
      return {
          "past niet meer op de schijf. Maak ruimte vrij en probeer het opnieuw; er is niets "
          "veranderd.",
          "does not fit on the disk any more. Free some space and try again; nothing was changed."};
    case kIoError:
      return {
          "kan niet worden gelezen of geschreven (schijf vol of stuk?). Controleer de schijf en "
          "probeer het "
          "opnieuw; er is niets veranderd. ("
              + detail + ")",
          "cannot be read or written (disk full or broken?). Check the disk and try again; nothing "
          "was "
          "changed. ("
              + detail + ")"};
    case kCorrupt:
      return {"is beschadigd. Zet een reservekopie terug.", "is damaged. Restore a backup."};
    case kNotADatabase:
      return {"is geen catalogus van Kring. Kies een ander bestand.",
              "is not a catalogue of Kring. Choose another file."};
    case kCannotOpen:
      return {"kan niet worden geopend. Controleer de map en de rechten.",
              "cannot be opened. Check the folder and its access rights."};
    default:
      return {"geeft een fout: " + detail, "reports an error: " + detail};
  }
}

Error about(const std::string& path, const Text& text) {
  return make_error(
      {"De catalogus " + path + " " + text.nl, "The catalogue " + path + " " + text.en});
}

Error about_derived(const std::string& path, const Text& text) {
  return make_error({"Het bestand " + path + " " + text.nl, "The file " + path + " " + text.en});
}

}  // namespace

Error make_error(const Text& text) {
  return Error(text.nl + "\n" + text.en);
}

Error missing_file(const std::string& path, Holding holding) {
  if (holding == Holding::kDerived) {
    return about_derived(path,
                         {"is er niet meer. Kring maakt het opnieuw; probeer het straks nog eens.",
                          "is gone. Kring makes it anew; try again in a while."});
  }
  return about(path, {"bestaat niet. Maak hem met: kring import --catalog " + path + " BESTAND",
                      "does not exist. Make it with: kring import --catalog " + path + " FILE"});
}

Error missing_folder(const std::string& path, const std::string& folder) {
  return about(
      path, {"kan niet worden gemaakt: de map " + folder + " bestaat niet. Maak eerst de map.",
             "cannot be made: the folder " + folder + " does not exist. Make the folder first."});
}

Error not_of_kring(const std::string& path, Holding holding) {
  return database_error(path, holding, kNotADatabase, "");
}

Error read_only(const std::string& path, Holding holding) {
  return database_error(path, holding, kReadOnly, "");
}

Error newer_schema(const std::string& path) {
  return about(path, {"is gemaakt door een nieuwere Kring. Werk Kring bij.",
                      "was made by a newer Kring. Update Kring."});
}

Error older_schema(const std::string& path) {
  return about(
      path, {"is gemaakt door een oudere Kring. Werk hem bij met: kring import --catalog " + path
                 + " BESTAND",
             "was made by an older Kring. Bring it up to date with: kring import --catalog " + path
                 + " FILE"});
}

bool means_damage(int code) {
  return (code & kPrimaryMask) == kCorrupt;
}

Error database_error(const std::string& path,
                     Holding holding,
                     int code,
                     const std::string& detail) {
  if (holding == Holding::kCatalogue) return about(path, explain(code, detail));
  return about_derived(path, explain_derived(code).value_or(explain(code, detail)));
}

}  // namespace kring::catalog::store
