// Changes to an input that keep its form, so that fuzzing gets behind the reader: each calls what libFuzzer does to
// bytes only now and then.
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <string_view>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace partnercheck::fuzz {

using Random = std::minstd_rand;

// A number below `count`, which is above 0.
std::size_t below(Random& random, std::size_t count);

// Writes `text` in place of the input when it fits; else, and now and then anyway, its bytes are changed. The new size.
std::size_t put(std::string_view text, std::uint8_t* data, std::size_t size, std::size_t most, Random& random);

// JSON by a schema of draft 7, as far as the contract uses it.
class JsonGrammar {
 public:
  // `root`: a schema whose references are those of `schemas["definitions"]`.
  JsonGrammar(nlohmann::json schemas, nlohmann::json root);

  // The input with one to four changes: a member more or less, another value, a day earlier, an element twice.
  std::size_t change(std::uint8_t* data, std::size_t size, std::size_t most, Random& random) const;

 private:
  struct Place {
    nlohmann::json::json_pointer at;
    const nlohmann::json* schema;
  };

  [[nodiscard]] const nlohmann::json& resolved(const nlohmann::json& schema) const;
  // A value that the schema takes, as a rule.
  [[nodiscard]] nlohmann::json made(const nlohmann::json& schema, std::size_t depth, Random& random) const;
  void find_places(const nlohmann::json& value, const nlohmann::json& schema, const nlohmann::json::json_pointer& at,
                   std::vector<Place>& out) const;
  void change_once(nlohmann::json& document, Random& random) const;

  nlohmann::json schemas_;
  nlohmann::json root_;
};

// What the calls of the JSON API take: a question, one under two rulesets, a plan, a day as people write it.
const JsonGrammar& questions();
// The schema of a host's ruleset, by the parameters and rules of the latest of ours.
const JsonGrammar& rulesets();

// A table in CSV, of links or of skills, with one to four changes: cells, quotes, separators, lines, encoding.
std::size_t change_table(std::uint8_t* data, std::size_t size, std::size_t most, Random& random);

}  // namespace partnercheck::fuzz
