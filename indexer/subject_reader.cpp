#include "indexer/subject_reader.h"

#include <memory>

#include <fmt/format.h>

#include "catalog/embedded.h"
#include "catalog/version.h"
#include "indexer/language/concepts.h"
#include "indexer/language/lexicon.h"
#include "indexer/language/subject.h"

namespace kring::indexer {
namespace {

using catalog::duplicates::Subjects;

class Reader {
 public:
  Subjects read(const catalog::Activity& activity) const {
    const RecordText text = read_record_text(activity, analyser_);
    Subjects subjects;
    for (const FoundConcept& found : find_subjects(text, finder_, model_, vocabulary_)) {
      subjects.set(found.number);
    }
    return subjects;
  }

 private:
  catalog::Vocabulary vocabulary_ =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  ConceptFinder finder_{vocabulary_};
  SubjectModel model_{vocabulary_, subject_weights()};
  Analyser analyser_;
};

}  // namespace

catalog::duplicates::SubjectReader make_subject_reader() {
  const std::uint64_t vocabulary = catalog::hash_of(catalog::embedded_vocabulary());
  const std::uint64_t weights = catalog::hash_of(subject_weights());
  return {fmt::format("{:016x}{:016x}", vocabulary, weights),
          [reader = std::shared_ptr<Reader>()](const catalog::Activity& activity) mutable {
            if (reader == nullptr) reader = std::make_shared<Reader>();
            return reader->read(activity);
          }};
}

}  // namespace kring::indexer
