#include "grammar.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>
#include <vector>

#include "partnercheck/json_api.h"

namespace partnercheck::fuzz {
namespace {

using nlohmann::json;

// What is in a request and has no form of its own; some are twins but for blanks, letters or bytes.
constexpr std::array<std::string_view, 16> kWords{"Contoso",
                                                  "contoso ",
                                                  "Fabrikam",
                                                  "A",
                                                  "B",
                                                  "",
                                                  "Cloud Platform",
                                                  "Cloud Platfrom",
                                                  "2021-04-27",
                                                  "ours",
                                                  "\u00c5ngstr\u00f6m AB",
                                                  "\u5fae\u8edf",
                                                  "=1+1",
                                                  "<b>",
                                                  "__proto__",
                                                  "owner"};

// `form`: of printf, with three numbers.
std::string written(const char* form, std::size_t one, std::size_t two, std::size_t three) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), form, one, two, three);
  return text.data();
}

bool has(const json& list, std::string_view text) { return std::ranges::find(list, json(text)) != list.end(); }

std::string some_date(Random& random) {
  // Around the days on which rules begin, and the bounds of the calendar.
  constexpr std::array<std::size_t, 8> kYears{2021, 2021, 2020, 2022, 2019, 2024, 1990, 2199};
  return written("%04zu-%02zu-%02zu", kYears[below(random, kYears.size())], 1 + below(random, 12),
                 below(random, 12) == 0 ? 29 + below(random, 4) : 1 + below(random, 28));
}

json odd(Random& random) {
  switch (below(random, 10)) {
    case 0:
      return nullptr;
    case 1:
      return json::object();
    case 2:
      return json::array();
    case 3:
      return -1;
    case 4:
      return 1e300;
    case 5:
      return 0.5;
    case 6:
      return false;
    case 7:
      return std::string(below(random, 600), 'x');
    case 8:
      return some_date(random);
    default:
      return kWords[below(random, kWords.size())];
  }
}

bool has_type(const json& schema, std::string_view name) {
  const auto type = schema.find("type");
  return type != schema.end() && (*type == name || (type->is_array() && has(*type, name)));
}

bool is_date(const json& schema) { return schema.value("format", "") == "date"; }

// One byte of a date's digits up or down: the day before, another month, a year that is none.
void move_date(std::string& text, Random& random) {
  constexpr std::array<std::size_t, 6> kDigits{3, 5, 6, 8, 9, 9};
  char& digit = text[kDigits[below(random, kDigits.size())]];
  digit = static_cast<char>('0' + (digit - '0' + (below(random, 2) == 0 ? 1 : 9)) % 10);
}

}  // namespace

std::size_t below(Random& random, std::size_t count) {
  return std::uniform_int_distribution<std::size_t>{0, count - 1}(random);
}

std::size_t put(std::string_view text, std::uint8_t* data, std::size_t size, std::size_t most, Random& random) {
  if (text.size() > most) {
    return LLVMFuzzerMutate(data, size, most);
  }
  std::ranges::copy(text, data);
  return below(random, 8) == 0 ? LLVMFuzzerMutate(data, text.size(), most) : text.size();
}

JsonGrammar::JsonGrammar(json schemas, json root) : schemas_(std::move(schemas)), root_(std::move(root)) {}

const json& JsonGrammar::resolved(const json& schema) const {
  const auto reference = schema.find("$ref");
  return reference == schema.end() ? schema : schemas_.at(json::json_pointer{reference->get<std::string>().substr(1)});
}

json JsonGrammar::made(const json& unresolved, std::size_t depth, Random& random) const {
  const json& schema = resolved(unresolved);
  if (const auto choices = schema.find("anyOf"); choices != schema.end()) {
    return made((*choices)[below(random, choices->size())], depth, random);
  }
  if (const auto values = schema.find("enum"); values != schema.end()) {
    return (*values)[below(random, values->size())];
  }
  if (has_type(schema, "object")) {
    json object = json::object();
    const json members = schema.value("properties", json::object());
    const json required = schema.value("required", json::array());
    for (const auto& [key, member] : members.items()) {
      if (has(required, key) || below(random, 2 + depth) == 0) {
        object[key] = made(member, depth + 1, random);
      }
    }
    return object;
  }
  if (has_type(schema, "array")) {
    json array = json::array();
    for (std::size_t left = below(random, 5); left > 0; --left) {
      array.push_back(made(schema["items"], depth + 1, random));
    }
    return array;
  }
  if (has_type(schema, "boolean")) {
    return below(random, 2) == 0;
  }
  if (has_type(schema, "integer") || has_type(schema, "number")) {
    const std::array<std::int64_t, 6> values{
        schema.value("minimum", std::int64_t{0}),     schema.value("maximum", std::int64_t{1'000'000}), 0, 1, 2,
        static_cast<std::int64_t>(below(random, 100))};
    return values[below(random, values.size())];
  }
  if (has_type(schema, "null")) {
    return nullptr;
  }
  return is_date(schema) ? some_date(random) : std::string{kWords[below(random, kWords.size())]};
}

void JsonGrammar::find_places(const json& value, const json& unresolved, const json::json_pointer& at,
                              std::vector<Place>& out) const {
  const json& schema = resolved(unresolved);
  if (const auto choices = schema.find("anyOf"); choices != schema.end()) {
    const auto fits = [&](const json& choice) {
      const json& form = resolved(choice);
      const json::json_pointer types{"/properties/type/enum"};
      return std::ranges::all_of(form.value("required", json::array()),
                                 [&](const json& key) { return value.contains(key.get_ref<const std::string&>()); }) &&
             (!form.contains(types) || std::ranges::find(form[types], value["type"]) != form[types].end());
    };
    const auto choice = std::ranges::find_if(*choices, fits);
    find_places(value, choice == choices->end() ? choices->front() : *choice, at, out);
    return;
  }
  out.push_back({at, &schema});
  static const json kAnything = json::object();
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      const bool known = schema.contains("properties") && schema["properties"].contains(key);
      find_places(member, known ? schema["properties"][key] : kAnything, at / key, out);
    }
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      find_places(value[i], schema.contains("items") ? schema["items"] : kAnything, at / i, out);
    }
  }
}

void JsonGrammar::change_once(json& document, Random& random) const {
  std::vector<Place> places;
  find_places(document, root_, json::json_pointer{}, places);
  const auto& [at, schema] = places[below(random, places.size())];
  json& value = document[at];
  const std::size_t what = below(random, 16);
  if (what == 0) {
    value = odd(random);
  } else if (what == 1) {
    const json taken = document[places[below(random, places.size())].at];
    value = taken;
  } else if (value.is_object() && schema->contains("properties") && what < 12) {
    const json& members = (*schema)["properties"];
    const auto member = std::next(members.begin(), static_cast<std::ptrdiff_t>(below(random, members.size())));
    if (value.contains(member.key()) && what < 6) {
      value.erase(member.key());
    } else {
      value[member.key()] = made(member.value(), 1, random);
    }
  } else if (value.is_array() && !value.empty() && what < 12) {
    const std::size_t i = below(random, value.size());
    if (what < 5) {
      value.erase(i);
    } else if (what < 9) {
      const json twin = value[i];
      for (std::size_t left = 1 + below(random, 4); left > 0; --left) {
        value.push_back(twin);
      }
    } else {
      std::swap(value[i], value[below(random, value.size())]);
    }
  } else if (value.is_string() && is_date(*schema) && value.get_ref<const std::string&>().size() == 10 && what < 12) {
    move_date(value.get_ref<std::string&>(), random);
  } else if (value.is_number_integer() && what < 8) {
    value = value.get<std::int64_t>() / 2 + static_cast<std::int64_t>(below(random, 3)) - 1;
  } else {
    value = made(*schema, 1, random);
  }
}

std::size_t JsonGrammar::change(std::uint8_t* data, std::size_t size, std::size_t most, Random& random) const {
  json document = json::parse(std::string_view{reinterpret_cast<const char*>(data), size}, nullptr, false);
  if (document.is_discarded()) {
    if (below(random, 4) != 0) {
      return LLVMFuzzerMutate(data, size, most);
    }
    document = made(root_, 0, random);
  }
  for (std::size_t left = 1 + below(random, 4); left > 0; --left) {
    change_once(document, random);
  }
  return put(document.dump(-1, ' ', false, json::error_handler_t::replace), data, size, most, random);
}

namespace {

json ids_of(const json& list) {
  json ids = json::array();
  for (const json& each : list) {
    ids.push_back(each["id"]);
  }
  return ids;
}

// A schema for each action: with its own members only.
json actions_of(const json& catalogue) {
  json members = catalogue["schema"]["definitions"]["Action"]["properties"];
  members["competency"] = {{"enum", catalogue["competencies"]}};
  json actions = json::array();
  for (const json& action : catalogue["actions"]) {
    json own = {{"type", {{"enum", {action["type"]}}}}};
    for (const json& name : action["parameters"]) {
      own[name.get<std::string>()] = members[name.get<std::string>()];
    }
    json required = action["required"];
    required.push_back("type");
    actions.push_back({{"type", "object"}, {"properties", own}, {"required", required}});
  }
  return actions;
}

}  // namespace

const JsonGrammar& questions() {
  static const JsonGrammar kGrammar = [] {
    const json catalogue = json::parse(JsonApi{}.describe());
    json schema = catalogue["schema"];
    json& forms = schema["definitions"];
    const json id = {{"enum", ids_of(catalogue["rulesets"])}};
    forms["Request"]["properties"]["ruleset"] = id;
    forms["PlanRequest"]["properties"]["ruleset"] = id;
    forms["Action"] = {{"anyOf", actions_of(catalogue)}};
    forms["Compared"] = forms["Request"];
    forms["Compared"]["properties"].erase("ruleset");
    forms["Compared"]["properties"]["rulesets"] = {{"type", "array"}, {"items", id}};
    forms["Compared"]["required"].push_back("rulesets");
    forms["Written"] = {{"type", "object"}, {"properties", {{"text", {{"type", "string"}}}}}, {"required", {"text"}}};
    json choices = json::array();
    for (const char* form : {"Compared", "Request", "PlanRequest", "Written"}) {
      choices.push_back({{"$ref", std::string{"#/definitions/"} + form}});
    }
    return JsonGrammar{std::move(schema), {{"anyOf", choices}}};
  }();
  return kGrammar;
}

const JsonGrammar& rulesets() {
  static const JsonGrammar kGrammar = [] {
    const json catalogue = json::parse(JsonApi{}.describe());
    const json text = {{"type", "string"}};
    const json date = {{"type", "string"}, {"format", "date"}};
    const json cited = {{"enum", ids_of(catalogue["sources"])}};
    const json& latest = catalogue["rulesets"].back();
    json parameters = json::object();
    for (const auto& [name, entry] : latest["parameters"].items()) {
      json value = {{"type", "integer"}, {"maximum", 400}};
      if (entry["value"].is_array()) {
        value = {{"type", "array"}, {"items", {{"enum", entry["value"]}}}};
      } else if (entry["value"].is_boolean()) {
        value = {{"type", "boolean"}};
      } else if (entry["value"].is_string()) {
        value = {{"enum", {entry["value"], "calendar", "rolling_12_months", "both", "2021-02-29"}}};
      }
      parameters[name] = {{"type", "object"},
                          {"properties", {{"value", value}, {"source", cited}, {"from", date}, {"verified", date}}},
                          {"required", {"value", "source"}}};
    }
    json rules = json::object();
    for (const json& rule : catalogue["rules"]) {
      rules[rule["id"].get<std::string>()] = {{"type", "object"},
                                              {"properties", {{"in_force", {{"type", "boolean"}}}, {"source", cited}}},
                                              {"required", {"in_force", "source"}}};
    }
    json root = {{"type", "object"},
                 {"properties",
                  {{"id", text},
                   {"based_on", {{"enum", ids_of(catalogue["rulesets"])}}},
                   {"parameters", {{"type", "object"}, {"properties", parameters}}},
                   {"rules", {{"type", "object"}, {"properties", rules}}}}},
                 {"required", {"id"}}};
    return JsonGrammar{json::object(), std::move(root)};
  }();
  return kGrammar;
}

namespace {

using Row = std::vector<std::string>;

// As the cells stand, quotes included: what is changed is the text.
std::vector<Row> rows_of(std::string_view table, char separator) {
  std::vector<Row> rows(1, Row(1));
  bool quoted = false;
  for (const char byte : table) {
    quoted ^= byte == '"';
    if (!quoted && byte == separator) {
      rows.back().emplace_back();
    } else if (!quoted && byte == '\n') {
      rows.emplace_back(1);
    } else {
      rows.back().back() += byte;
    }
  }
  return rows;
}

std::string text_of(const std::vector<Row>& rows, char separator, std::string_view end) {
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t cell = 0; cell < rows[i].size(); ++cell) {
      text += cell == 0 ? "" : std::string(1, separator);
      text += rows[i][cell];
    }
    text += i + 1 == rows.size() ? "" : end;
  }
  return text;
}

std::string some_cell(Random& random) {
  constexpr std::array<std::string_view, 20> kCells{"1",
                                                    "2",
                                                    "0000000001",
                                                    "Contoso",
                                                    "contoso",
                                                    " Fabrikam ",
                                                    "\"Contoso, Ltd\"",
                                                    "\"a \"\"b\"\" c\"",
                                                    "work",
                                                    "personal",
                                                    "",
                                                    "n/a",
                                                    "Yes",
                                                    "nee",
                                                    "12",
                                                    "1e3",
                                                    "44317",
                                                    "2021-05-01T10:00Z",
                                                    "\u662f",
                                                    "\t\u00a0"};
  const std::size_t year = 2018 + below(random, 6);
  const std::size_t month = 1 + below(random, 12);
  const std::size_t day = 1 + below(random, 31);
  switch (below(random, 8)) {
    case 0:
    case 1:
      return written("%zu-%02zu-%02zu", year, month, day);
    case 2:
      return written("%zu/%zu/%zu", day, month, year);
    case 3:
      return written("%02zu.%02zu.%zu", day, month, year);
    case 4:
      return written("%zu\u5e74%zu\u6708%zu\u65e5", year, month, day);
    default:
      return std::string{kCells[below(random, kCells.size())]};
  }
}

void change_rows(std::vector<Row>& rows, Random& random) {
  Row& row = rows[below(random, rows.size())];
  std::string& cell = row[below(random, row.size())];
  switch (below(random, 10)) {
    case 0:
      cell = '"' + cell + '"';
      break;
    case 1:
      cell += below(random, 2) == 0 ? '"' : '\n';
      break;
    case 2:
      row.emplace_back(some_cell(random));
      break;
    case 3:
      row.resize(std::max<std::size_t>(1, row.size() - 1));
      break;
    case 4:
      rows.insert(rows.begin(), row);
      break;
    case 5:
      rows.push_back(row);
      break;
    case 6:
      std::swap(row, rows[below(random, rows.size())]);
      break;
    default:
      cell = some_cell(random);
  }
}

std::string as_utf16(std::string_view text, bool big) {
  std::string out{big ? "\xfe\xff" : "\xff\xfe"};
  for (const char byte : text) {
    out += big ? '\0' : byte;
    out += big ? byte : '\0';
  }
  return out;
}

}  // namespace

std::size_t change_table(std::uint8_t* data, std::size_t size, std::size_t most, Random& random) {
  constexpr std::array kSeparators{',', ';', '\t', '|'};
  const std::string_view table{reinterpret_cast<const char*>(data), size};
  const char separator = *std::ranges::max_element(
      kSeparators, {}, [&](char each) { return std::ranges::count(table.substr(0, table.find('\n')), each); });
  std::vector<Row> rows = rows_of(table, separator);
  for (std::size_t left = 1 + below(random, 4); left > 0; --left) {
    change_rows(rows, random);
  }
  const char other = below(random, 8) == 0 ? kSeparators[below(random, kSeparators.size())] : separator;
  std::string text = text_of(rows, other, below(random, 8) == 0 ? "\r\n" : "\n");
  if (const std::size_t what = below(random, 40); what == 0) {
    text = as_utf16(text, below(random, 2) == 0);
  } else if (what == 1) {
    text.insert(0, "\ufeff");
  }
  return put(text, data, size, most, random);
}

}  // namespace partnercheck::fuzz
