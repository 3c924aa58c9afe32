#include "json/rulebook_json.h"

#include <cassert>
#include <iterator>
#include <utility>

#include "find_ruleset.h"
#include "rules/subjects.h"
#include "text.h"

namespace partnercheck::json {

namespace {

constexpr Field kId = text_field("id", 60);

const Rule* find_rule(std::string_view id) {
  for (const Subject* subject : subjects()) {
    const auto found = std::ranges::find(subject->rules, id, &Rule::id);
    if (found != subject->rules.end()) {
      return &*found;
    }
  }
  return nullptr;
}

std::vector<std::string> parameter_names() {
  std::vector<std::string> names;
  for (const ParameterRow& row : kParameters) {
    names.emplace_back(row.name);
  }
  return names;
}

std::vector<std::string> rule_names() {
  std::vector<std::string> names;
  for (const Subject* subject : subjects()) {
    for (const Rule& rule : subject->rules) {
      names.emplace_back(rule.id);
    }
  }
  return names;
}

// Null, for a number or a day: the documents speak of it without stating it.
void read_value(Reader& reader, const Node& node, const ParameterRow& row, ParameterValue& out, const Path& path) {
  const bool may_be_unstated = row.type == ParameterType::number || row.type == ParameterType::date;
  if (node.kind == Node::Kind::null && may_be_unstated) {
    return;
  }
  const auto read = [&](auto value, const Field& field) {
    reader.read(node, value, field, path);
    out = std::move(value);
  };
  switch (row.type) {
    case ParameterType::number:
      return read(std::int64_t{}, Field{"value", row.least, row.most});
    case ParameterType::date:
      return read(Date{}, Field{"value"});
    case ParameterType::texts:
      return read(std::vector<std::string>{}, Field{"value", 0, 100});
    case ParameterType::roles: {
      std::vector<Role> roles;
      reader.read(node, roles, Field{"value", 0, 20}, path);
      std::vector<std::string> names;
      for (const Role role : roles) {
        names.emplace_back(name_of(role));
      }
      out = std::move(names);
      return;
    }
    case ParameterType::text:
      break;
  }
  std::string text;
  if (reader.read(node, text, text_field("value"), path) && std::ranges::find(row.allowed, text) == row.allowed.end()) {
    reader.fail("value.unknown_name", path, {{"value", text}, {"allowed", Reader::names(row.allowed)}});
  }
  out = std::move(text);
}

void refuse_unknown_members(Reader& reader, const Node& object, const Path& path,
                            const std::vector<std::string>& allowed) {
  for (const Node& child : object.children()) {
    if (std::ranges::find(allowed, child.key) == allowed.end()) {
      reader.fail("key.unknown", path.member(child.key), {{"key", shown(child.key)}, {"allowed", allowed}});
    }
  }
}

template <class T>
void read_member(Reader& reader, const Node& object, const Field& field, T& out, const Path& path) {
  if (const Node* member = reader.require(object, field.name, path)) {
    reader.read(*member, out, field, path.member(field.name));
  }
}

DatedValue read_dated(Reader& reader, const Node& node, const ParameterRow* row, const Path& path) {
  DatedValue dated;
  if (!reader.expect(node, Node::Kind::object, path)) {
    return dated;
  }
  refuse_unknown_members(reader, node, path, {"from", "withdrawn", "value", "source", "verified"});
  read_member(reader, node, Field{"from"}, dated.from, path);
  read_member(reader, node, text_field("source"), dated.source, path);
  read_member(reader, node, Field{"verified"}, dated.verified, path);
  if (const Node* withdrawn = node.member("withdrawn")) {
    reader.read(*withdrawn, dated.withdrawn, Field{"withdrawn"}, path.member("withdrawn"));
  }
  if (row != nullptr && !dated.withdrawn && reader.require(node, "value", path)) {
    read_value(reader, *node.member("value"), *row, dated.value, path.member("value"));
  }
  return dated;
}

std::string_view document_of(std::string_view source) { return source.substr(0, source.find('#')); }

// The value that holds on a day; nothing when there is none yet or it was withdrawn.
std::optional<Ruleset::Entry> value_at(const Rulebook& book, const std::vector<DatedValue>& timeline,
                                       const Ruleset& ruleset) {
  std::optional<Ruleset::Entry> entry;
  for (const DatedValue& dated : timeline) {
    const auto source = std::ranges::find(book.sources, document_of(dated.source), &Source::id);
    const bool beyond = source != book.sources.end() && source->kind == "beyond";
    if (dated.from > ruleset.as_of || (beyond && !ruleset.beyond)) {
      continue;
    }
    entry = dated.withdrawn ? std::nullopt
                            : std::optional{Ruleset::Entry{dated.value, dated.source, dated.from, dated.verified}};
  }
  return entry;
}

std::vector<DatedValue> read_history(Reader& reader, const Rulebook& book, const Node& list, const ParameterRow* row,
                                     const Path& path) {
  std::vector<DatedValue> history;
  if (!reader.expect(list, Node::Kind::array, path)) {
    return history;
  }
  for (const Node& child : list.children()) {
    const Path at = path.element(history.size());
    history.push_back(read_dated(reader, child, row, at));
    const DatedValue& last = history.back();
    if (std::ranges::find(book.sources, document_of(last.source), &Source::id) == book.sources.end()) {
      reader.fail("ruleset.source_unknown", at.member("source"), {{"value", shown(last.source)}});
    }
    if (history.size() > 1 && last.from <= std::prev(history.end(), 2)->from) {
      reader.fail("ruleset.not_in_order", at.member("from"));
    }
  }
  return history;
}

template <class T>
T read_whole(Reader& reader, const Node& node, const Path& path) {
  T whole;
  reader.read_whole(node, whole, path);
  return whole;
}

Ruleset read_built_in(Reader& reader, const Node& node, const Path& path) {
  Ruleset ruleset;
  if (reader.expect(node, Node::Kind::object, path)) {
    read_member(reader, node, kId, ruleset.id, path);
    read_member(reader, node, Field{"id"}, ruleset.as_of, path);
    read_member(reader, node, Field{"beyond"}, ruleset.beyond, path);
  }
  return ruleset;
}

template <class T>
void read_list(Reader& reader, const Node& root, std::string_view name, std::vector<T>& out, const Path& path,
               auto read) {
  if (!reader.require(root, name, path)) {
    return;
  }
  const Node& list = *root.member(name);
  const Path at = path.member(name);
  if (!reader.expect(list, Node::Kind::array, at)) {
    return;
  }
  for (const Node& child : list.children()) {
    out.push_back(read(reader, child, at.element(out.size())));
  }
}

// Calls `each` with every member of an object that has to be there.
void for_members(Reader& reader, const Node& root, std::string_view name, const Path& path, auto each) {
  if (!reader.require(root, name, path)) {
    return;
  }
  const Path at = path.member(name);
  if (reader.expect(*root.member(name), Node::Kind::object, at)) {
    for (const Node& child : root.member(name)->children()) {
      each(child, at.member(child.key));
    }
  }
}

}  // namespace

Rulebook read_timeline(std::string_view text, std::vector<Fault>& faults) {
  Rulebook book;
  const auto document = parse(text);
  if (!document) {
    faults.push_back(document.error());
    return book;
  }
  const Path root;
  Reader reader{faults};
  const Node& node = document->root();
  read_list(reader, node, "sources", book.sources, root, read_whole<Source>);
  read_list(reader, node, "support_routes", book.support_routes, root, read_whole<SupportRoute>);
  read_list(reader, node, "further_reading", book.further_reading, root, read_whole<FurtherReading>);
  read_list(reader, node, "rulesets", book.rulesets, root, read_built_in);
  for_members(reader, node, "parameters", root, [&](const Node& child, const Path& path) {
    const auto row = std::ranges::find(kParameters, child.key, &ParameterRow::name);
    if (row == kParameters.end()) {
      reader.fail("ruleset.parameter_unknown", path, {{"key", shown(child.key)}, {"allowed", parameter_names()}});
      return;
    }
    book.parameter_timeline.emplace(child.key, read_history(reader, book, child, &*row, path));
  });
  for_members(reader, node, "rules", root, [&](const Node& child, const Path& path) {
    if (find_rule(child.key) == nullptr) {
      reader.fail("ruleset.rule_unknown", path, {{"key", shown(child.key)}, {"allowed", rule_names()}});
      return;
    }
    book.rule_timeline.emplace(child.key, read_history(reader, book, child, nullptr, path));
  });
  for (Ruleset& ruleset : book.rulesets) {
    for (std::size_t i = 0; i < kParameters.size(); ++i) {
      const auto timeline = book.parameter_timeline.find(kParameters[i].name);
      if (timeline != book.parameter_timeline.end()) {
        ruleset.parameters[i] = value_at(book, timeline->second, ruleset);
      }
    }
    for (const auto& [id, timeline] : book.rule_timeline) {
      if (auto entry = value_at(book, timeline, ruleset)) {
        ruleset.rules.emplace(id, *std::move(entry));
      }
    }
  }
  return book;
}

Ruleset read_ruleset(const Rulebook& rulebook, std::string_view text, std::vector<Fault>& faults) {
  Ruleset ruleset;
  const auto document = parse(text);
  if (!document) {
    faults.push_back(document.error());
    return ruleset;
  }
  const Path root;
  Reader reader{faults};
  const Node& node = document->root();
  if (!reader.expect(node, Node::Kind::object, root)) {
    return ruleset;
  }
  refuse_unknown_members(reader, node, root, {"id", "based_on", "parameters", "rules"});
  std::string id;
  std::string based_on{Rulebook::kDefault};
  read_member(reader, node, kId, id, root);
  if (const Node* base = node.member("based_on")) {
    reader.read(*base, based_on, kId, root.member("based_on"));
  }
  if (const Ruleset* base = find_ruleset(rulebook, based_on, "/based_on", faults)) {
    ruleset = *base;
  }
  if (const Ruleset* taken = rulebook.find(id); !id.empty() && taken != nullptr && taken->based_on.empty()) {
    reader.fail("ruleset.id_taken", root.member("id"), {{"value", shown(id)}});
  }
  ruleset.id = id;
  ruleset.based_on = based_on;
  if (node.member("parameters") != nullptr) {
    for_members(reader, node, "parameters", root, [&](const Node& child, const Path& path) {
      const auto row = std::ranges::find(kParameters, child.key, &ParameterRow::name);
      if (row == kParameters.end()) {
        reader.fail("ruleset.parameter_unknown", path, {{"key", shown(child.key)}, {"allowed", parameter_names()}});
        return;
      }
      if (!reader.expect(child, Node::Kind::object, path)) {
        return;
      }
      refuse_unknown_members(reader, child, path, {"value", "source", "from", "verified"});
      Ruleset::Entry entry{{}, "", ruleset.as_of, ruleset.as_of};
      read_member(reader, child, text_field("source"), entry.source, path);
      if (reader.require(child, "value", path)) {
        read_value(reader, *child.member("value"), *row, entry.value, path.member("value"));
      }
      for (auto [name, day] : {std::pair{"from", &entry.from}, std::pair{"verified", &entry.verified}}) {
        if (const Node* given = child.member(name)) {
          reader.read(*given, *day, Field{name}, path.member(name));
        }
      }
      ruleset.parameters[static_cast<std::size_t>(row - kParameters.begin())] = std::move(entry);
    });
  }
  if (node.member("rules") != nullptr) {
    for_members(reader, node, "rules", root, [&](const Node& child, const Path& path) {
      if (find_rule(child.key) == nullptr) {
        reader.fail("ruleset.rule_unknown", path, {{"key", shown(child.key)}, {"allowed", rule_names()}});
        return;
      }
      if (!reader.expect(child, Node::Kind::object, path)) {
        return;
      }
      refuse_unknown_members(reader, child, path, {"in_force", "source"});
      bool in_force = true;
      Ruleset::Entry entry{{}, "", ruleset.as_of, ruleset.as_of};
      read_member(reader, child, Field{"in_force"}, in_force, path);
      read_member(reader, child, text_field("source"), entry.source, path);
      if (in_force) {
        ruleset.rules.insert_or_assign(std::string{child.key}, std::move(entry));
      } else {
        ruleset.rules.erase(std::string{child.key});
      }
    });
  }
  return ruleset;
}

}  // namespace partnercheck::json

namespace partnercheck {

Rulebook built_in_rulebook() {
  std::vector<Fault> faults;
  Rulebook book = json::read_timeline(json::kTimeline, faults);
  assert(faults.empty());  // the tests prove it
  return book;
}

}  // namespace partnercheck
