#include "partnercheck/roster/link_roster_json_api.h"

#include <array>

#include "json/schema.h"
#include "partnercheck/roster/link_columns.h"
#include "partnercheck/roster/skill_request.h"
#include "partnercheck/roster/sniffer.h"
#include "roster/json/answers.h"
#include "roster/json/call.h"

namespace partnercheck {

using json::answer;
using json::failure;
using json::out_of_order;
using json::Writer;

namespace {

std::vector<Fault> find_missing_words(const RosterCsvRequest& request) {
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < request.words.size(); ++i) {
    const auto require = [&](const std::string& text, std::string_view key) {
      if (text.empty()) {
        faults.push_back(fault("value.required", "/words/" + std::to_string(i) + "/" + std::string{key},
                               {{"key", std::string{key}}}));
      }
    };
    require(request.words[i].name, "name");
    require(request.words[i].word, "word");
  }
  return faults;
}

}  // namespace

std::string LinkRosterJsonApi::describe() {
  return json::success("", [](Writer& writer) {
    writer.key("schema");
    json::write_schema(
        writer,
        std::array{&kType<Request>, &kType<SniffRequest>, &kType<RosterRequest>, &kType<RosterCompareRequest>,
                   &kType<ViewRequest>, &kType<RosterCsvRequest>, &kType<SkillsRequest>, &kType<SkillQuestion>,
                   &kType<SkillRowsRequest>, &kType<BothRowsRequest>},
        std::array{&kType<Sniffed>, &kType<json::FinishedLinks>, &kType<json::FinishedPerson>,
                   &kType<json::FinishedSkills>, &kType<RosterComparison>, &kType<SkillForecast>, &kType<json::Viewed>,
                   &kType<json::RosterRows>, &kType<json::SkillRows>, &kType<json::WrittenRows>, &kType<json::Brought>,
                   &kType<json::BothRows>});
  });
}

std::string LinkRosterJsonApi::start(std::string_view text) {
  reading_.reset();
  decided_.reset();
  ++starts_;
  return json::start<LinkRoster, RosterRequest>(reading_, rulebook_, text, seed_);
}

char* LinkRosterJsonApi::prepare(std::size_t size) { return reading_ ? reading_->prepare(size) : nullptr; }

void LinkRosterJsonApi::commit(std::size_t size) {
  if (reading_) {
    reading_->commit(size);
  }
}

TableProgress LinkRosterJsonApi::progress() const {
  return reading_ ? reading_->progress() : decided_ ? decided_->progress() : TableProgress{};
}

bool LinkRosterJsonApi::begin_part(std::string_view beginning) { return reading_ && reading_->begin_part(beginning); }

std::optional<std::string> LinkRosterJsonApi::part(bool last) { return reading_ ? reading_->part(last) : std::nullopt; }

bool LinkRosterJsonApi::join(std::string_view part) {
  if (reading_ && !reading_->join(part)) {
    reading_.reset();
  }
  return reading_.has_value();
}

std::string LinkRosterJsonApi::finish() {
  if (!reading_) {
    return out_of_order();
  }
  decided_ = std::move(*reading_).finish();
  reading_.reset();
  if (const auto request = decided_->request_of_person()) {
    return answer("", json::FinishedPerson{*request, decided_->faults()});
  }
  return answer("", json::FinishedLinks{decided_->totals(), decided_->faults(), decided_->left_out()});
}

std::string LinkRosterJsonApi::compare(std::string_view text) {
  if (!decided_) {
    return out_of_order();
  }
  auto [request, faults] = json::read<RosterCompareRequest>(text);
  return faults.empty() ? answer(text, decided_->compare(request)) : failure(std::move(faults), text);
}

std::string LinkRosterJsonApi::view(std::string_view text) {
  if (!decided_) {
    return out_of_order();
  }
  auto [request, faults] = json::read<ViewRequest>(text);
  return faults.empty() ? answer(text, json::Viewed{decided_->view(request)}) : failure(std::move(faults), text);
}

std::string LinkRosterJsonApi::rows(std::size_t from, std::size_t count) const {
  return decided_ ? answer("", json::RosterRows{decided_->rows(from, count)}) : out_of_order();
}

std::string LinkRosterJsonApi::write_csv(std::string_view text, std::size_t from, std::size_t count,
                                         std::string& bytes) const {
  if (!decided_) {
    return out_of_order();
  }
  auto [request, faults] = json::read<RosterCsvRequest>(text, find_missing_words);
  return faults.empty() ? answer(text, json::WrittenRows{decided_->write_csv(request, from, count, bytes)})
                        : failure(std::move(faults), text);
}

std::span<const RosterStatus> LinkRosterJsonApi::statuses() const {
  return decided_ ? decided_->statuses() : std::span<const RosterStatus>{};
}
std::vector<std::int32_t> LinkRosterJsonApi::untils() const {
  return decided_ ? decided_->untils() : std::vector<std::int32_t>{};
}
std::span<const std::int32_t> LinkRosterJsonApi::earliests() const {
  return decided_ ? decided_->earliests() : std::span<const std::int32_t>{};
}
std::span<const std::int32_t> LinkRosterJsonApi::latests() const {
  return decided_ ? decided_->latests() : std::span<const std::int32_t>{};
}

std::vector<double> LinkRosterJsonApi::marks() const { return decided_ ? decided_->marks() : std::vector<double>{}; }

std::string LinkRosterJsonApi::decide_columns(std::string_view text, std::span<const std::int32_t> starts,
                                              std::size_t per_person, const LinkColumns::Decided& out) const {
  auto [request, faults] = json::read<RosterRequest>(text);
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  const auto columns = LinkColumns::start(rulebook_, request);
  if (!columns) {
    return failure(columns.error(), text);
  }
  const auto decided = columns->decide(starts, per_person, out);
  return decided ? json::done() : failure({decided.error()}, "");
}

}  // namespace partnercheck
