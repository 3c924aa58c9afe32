#include "vectors.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace partnercheck::test {

std::vector<json> read_vectors() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator{PARTNERCHECK_VECTORS}) {
    if (entry.path().extension() == ".json") {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  std::vector<json> vectors;
  for (const auto& file : files) {
    std::ifstream stream{file};
    for (const auto& ordered : nlohmann::ordered_json::parse(stream)) {
      json& vector = vectors.emplace_back(ordered);
      vector["file"] = file.filename().string();
      // As it is written: errors name the column.
      vector["text"] = ordered.at("request").dump();
    }
  }
  return vectors;
}

std::string answer_of(const JsonApi& door, const json& vector) {
  const std::string call = vector.value("call", "check");
  const std::string request = vector.at("text");
  if (call == "check") {
    return door.check(request);
  }
  if (call == "ask") {
    return door.ask(request);
  }
  if (call == "preview") {
    return door.preview(request);
  }
  if (call == "plan") {
    return door.plan(request);
  }
  if (call == "compare") {
    return door.compare(request);
  }
  return "no such call: " + call;
}

std::string whole_answer_of(const JsonApi& door, const json& vector) {
  const bool decides = vector.value("call", "check") == "check";
  return decides ? door.preview(vector.at("text").get<std::string>()) : answer_of(door, vector);
}

}  // namespace partnercheck::test
