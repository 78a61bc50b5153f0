// Which concepts is a record about?
#pragma once

#include <vector>

#include "catalog/vocabulary.h"
#include "indexer/language/annotation.h"
#include "indexer/language/concepts.h"
#include "indexer/language/record_text.h"
#include "indexer/language/subject_model.h"

namespace kring::indexer {

/// The concepts that hold by the model (subject_model.h), and those that they imply, by number. The
/// evidence is the strongest term of the vocabulary, else the word that spoke loudest. A tag that
/// is a concept's id or label is the owner's own word: given, strong, whatever the text says. Pure.
std::vector<FoundConcept> find_subjects(const RecordText& text,
                                        const ConceptFinder& finder,
                                        const SubjectModel& model,
                                        const catalog::Vocabulary& vocabulary);

}  // namespace kring::indexer
