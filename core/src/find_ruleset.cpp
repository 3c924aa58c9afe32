#include "find_ruleset.h"

#include "text.h"

namespace partnercheck {

const Ruleset* find_ruleset(const Rulebook& rulebook, std::string_view id, std::string path,
                            std::vector<Fault>& faults) {
  const Ruleset* ruleset = rulebook.find(id);
  if (ruleset == nullptr) {
    std::vector<std::string> allowed;
    for (const Ruleset& known : rulebook.rulesets) {
      allowed.push_back(known.id);
    }
    faults.push_back(
        fault("ruleset.unknown", std::move(path), {{"value", shown(id)}, {"allowed", std::move(allowed)}}));
  }
  return ruleset;
}

}  // namespace partnercheck
