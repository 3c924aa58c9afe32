#include "partnercheck/roster/link_roster_json_api.h"

#include <algorithm>

#include "json/question.h"
#include "json/schema.h"
#include "partnercheck/check.h"
#include "roster/json/row_faults_json.h"
#include "roster/src/columns.h"
#include "roster/src/link_roster.h"
#include "roster/src/text.h"
#include "roster/src/view.h"
#include "rules/link_date_rules.h"

namespace partnercheck {

namespace {

using json::failure;
using json::Node;
using json::Path;
using json::Reader;
using json::success;
using json::Writer;
using roster::Decisions;

constexpr std::string_view kAction = "link_mcid";

struct Started {
  RosterRequest request;
  const Ruleset* ruleset = nullptr;
};

Request as_request(const RosterRequest& roster) {
  return {.ruleset = roster.ruleset,
          .today = roster.today,
          .action = roster.action,
          .actor = roster.actor,
          .facts = roster.facts};
}

Started read_start(const Rulebook& rulebook, std::string_view text, std::vector<Fault>& faults, bool table) {
  Started started;
  const auto document = json::parse(text);
  if (!document) {
    faults.push_back(document.error());
    return started;
  }
  Reader reader{faults};
  RosterRequest& request = started.request;
  const Path root;
  json::read_question(reader, document->root, request, {"action"}, [&](const Node& node, const Path& path) {
    json::read_action(reader, node, request.action, path);
    if (!request.action.type.empty() && request.action.type != kAction) {
      reader.fail("value.unknown_name", path.member("type"),
                  {{"value", Reader::shown(request.action.type)}, {"allowed", std::vector{std::string{kAction}}}});
    }
  });
  started.ruleset = json::find_ruleset(rulebook, reader, request.ruleset, root.member("ruleset"));
  const Path facts = root.member("facts");
  const Path person = facts.member("person");
  if (request.facts.person.associations.known()) {
    reader.fail("roster.own_fact", person.member("associations"));
  }
  if (request.facts.person.next_association_date.known()) {
    reader.fail("roster.own_fact", person.member("next_association_date"));
  }
  if (table && document->root.kind == Node::Kind::object) {
    const Path columns = root.member("columns");
    if (!request.columns.person.known()) {
      reader.fail("value.required", columns.member("person"), {{"key", "person"}});
    }
  }
  if (request.shard.index.known() != request.shard.of.known() ||
      (request.shard.of.known() && request.shard.index.value() >= request.shard.of.value())) {
    reader.fail("roster.shard", root.member("shard"));
  }
  if (faults.empty()) {
    faults = find_contradictions(as_request(request));
  }
  return started;
}

void write_status(Writer& writer, const Decisions& decisions, std::uint32_t person) {
  writer.member("status", roster::outcome_name(decisions.status[person]));
  if (decisions.until[person] != kNoDay) {
    writer.member("until", date_of(decisions.until[person]));
  }
  if (decisions.reason[person] != 0) {
    writer.member("reason", decisions.reasons[decisions.reason[person]]);
  }
}

// What can be added up over the parts of a table.
void write_totals(Writer& writer, const roster::LinkRoster& run, const Decisions& decisions) {
  std::array<std::int64_t, roster::kOutcomes> counts{};
  std::vector<std::int64_t> reasons(decisions.reasons.size());
  std::vector<std::int64_t> days;
  const Day today = number_of(run.request().today);
  for (std::size_t i = 0; i < decisions.status.size(); ++i) {
    ++counts[decisions.status[i]];
    ++reasons[decisions.reason[i]];
    if (decisions.until[i] != kNoDay) {
      const auto wait = static_cast<std::size_t>(decisions.until[i] - today);
      if (wait >= days.size()) {
        days.resize(wait + 1);
      }
      ++days[wait];
    }
  }
  writer.key("totals");
  writer.begin_object();
  writer.member("ruleset", decisions.ruleset);
  writer.member("today", run.request().today);
  writer.member("rows", run.rows());
  writer.member("people", std::int64_t{run.people().size()});
  writer.key("statuses");
  writer.begin_object();
  for (std::uint8_t status = 0; status < roster::kOutcomes; ++status) {
    writer.member(roster::outcome_name(status), counts[status]);
  }
  writer.end_object();
  writer.key("reasons");
  writer.begin_object();
  for (std::size_t i = 1; i < reasons.size(); ++i) {
    if (reasons[i] > 0) {
      writer.member(decisions.reasons[i], reasons[i]);
    }
  }
  writer.end_object();
  // The days on which somebody may be linked first.
  writer.key("days");
  writer.begin_object();
  for (std::size_t wait = 0; wait < days.size(); ++wait) {
    if (days[wait] > 0) {
      writer.member(format_date(date_of(today + static_cast<Day>(wait))), days[wait]);
    }
  }
  writer.end_object();
  json::write_fault_counts(writer, run.faults());
  // The first day on which all of them may be linked; none while somebody may not, or not for certain.
  const auto of = [&](Status status) { return counts[static_cast<std::size_t>(status)]; };
  if (of(Status::denied) + of(Status::needs_info) + counts[roster::kNotDecided] == 0) {
    writer.member("all_on", date_of(days.empty() ? today : today + static_cast<Day>(days.size() - 1)));
  }
  writer.end_object();
}

}  // namespace

struct LinkRosterJsonApi::Run {
  roster::LinkRoster table;
  const Ruleset* ruleset;
  std::optional<Decisions> decisions = std::nullopt;
  std::optional<Decisions> compared = std::nullopt;
  std::vector<std::uint32_t> view = {};
};

LinkRosterJsonApi::LinkRosterJsonApi(const Rulebook& rulebook, std::uint64_t seed) : rulebook_{rulebook}, seed_{seed} {}
LinkRosterJsonApi::~LinkRosterJsonApi() = default;

std::string LinkRosterJsonApi::sniff(std::string_view beginning, bool whole) {
  const auto form = roster::sniff(beginning, whole);
  return success("", [&](Writer& writer) {
    writer.member("encoding", name_of(form.encoding));
    writer.member("valid", form.valid);
    writer.member("delimiter", std::string_view{&form.delimiter, 1});
    writer.key("rows");
    writer.begin_array();
    for (const auto& row : form.rows) {
      writer.begin_array();
      for (const auto& cell : row) {
        writer.text(cell);
      }
      writer.end_array();
    }
    writer.end_array();
  });
}

std::string LinkRosterJsonApi::describe() {
  return success("", [](Writer& writer) {
    writer.key("schema");
    json::write_schema(writer,
                       std::array{&type_of<RosterRequest>(), &type_of<roster::ViewRequest>(), &type_of<SkillsRequest>(),
                                  &type_of<SkillQuestion>(), &type_of<SkillRowsRequest>()},
                       {});
  });
}

std::string LinkRosterJsonApi::start(std::string_view request) {
  run_.reset();
  std::vector<Fault> faults;
  const Started started = read_start(rulebook_, request, faults, true);
  if (!faults.empty()) {
    return failure(std::move(faults), request);
  }
  // Any ruleset may be asked about the same people later.
  std::size_t kept = 1;
  for (const Ruleset& ruleset : rulebook_.rulesets) {
    kept = std::max(kept, LinkDateRules{ruleset, started.request.today}.looks_at());
  }
  if (kept > roster::People::kMostKept) {
    return failure({fault("roster.too_many_per_year", "/ruleset", {{"most", std::int64_t{roster::People::kMostKept}}})},
                   request);
  }
  run_ = std::make_unique<Run>(Run{.table{started.request, kept, seed_}, .ruleset = started.ruleset});
  return success("", [](Writer&) {});
}

char* LinkRosterJsonApi::room(std::size_t size) { return run_ && !run_->decisions ? run_->table.room(size) : nullptr; }

void LinkRosterJsonApi::take(std::size_t size) {
  if (run_ && !run_->decisions) {
    run_->table.take(size, false);
  }
}

std::int64_t LinkRosterJsonApi::rows_read() const { return run_ ? run_->table.rows() : 0; }
std::int64_t LinkRosterJsonApi::people_read() const { return run_ ? std::int64_t{run_->table.people().size()} : 0; }
std::int64_t LinkRosterJsonApi::rows_faulty() const { return run_ ? run_->table.faults().rows() : 0; }

std::string LinkRosterJsonApi::finish() {
  if (!run_ || run_->decisions) {
    return json::out_of_order();
  }
  auto& table = run_->table;
  (void)table.room(0);
  table.take(0, true);
  run_->decisions = table.decide(*run_->ruleset);
  return success("", [&](Writer& writer) {
    if (table.request().person.known()) {
      Request request = as_request(table.request());
      request.ruleset = run_->ruleset->id;
      request.facts = table.facts_of_person();
      writer.key("request");
      writer.structure(request);
    } else {
      write_totals(writer, table, *run_->decisions);
    }
    json::write_faults(writer, table.faults());
  });
}

std::string LinkRosterJsonApi::compare(std::string_view text) {
  if (!run_ || !run_->decisions) {
    return json::out_of_order();
  }
  std::vector<Fault> faults;
  const auto document = json::parse(text);
  if (!document) {
    return failure({document.error()}, text);
  }
  Reader reader{faults};
  const Path root;
  std::string id;
  const Ruleset* ruleset = nullptr;
  if (reader.expect(document->root, Node::Kind::object, root)) {
    if (const Node* node = reader.require(document->root, "ruleset", root)) {
      const Path path = root.member("ruleset");
      if (reader.read(*node, id, text_field("ruleset"), path)) {
        ruleset = json::find_ruleset(rulebook_, reader, id, path);
      }
    }
  }
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  run_->compared = run_->table.decide(*ruleset);
  const Decisions& before = *run_->decisions;
  const Decisions& after = *run_->compared;
  constexpr std::size_t kOutcomes = roster::kOutcomes;
  std::array<std::array<std::int64_t, kOutcomes>, kOutcomes> changes{};
  for (std::size_t i = 0; i < before.status.size(); ++i) {
    changes[before.status[i]][after.status[i]] +=
        before.status[i] != after.status[i] || before.until[i] != after.until[i];
  }
  return success(text, [&](Writer& writer) {
    write_totals(writer, run_->table, after);
    writer.key("changes");
    writer.begin_array();
    for (std::uint8_t from = 0; from < kOutcomes; ++from) {
      for (std::uint8_t to = 0; to < kOutcomes; ++to) {
        if (changes[from][to] > 0) {
          writer.begin_object();
          writer.member("before", roster::outcome_name(from));
          writer.member("after", roster::outcome_name(to));
          writer.member("people", changes[from][to]);
          writer.end_object();
        }
      }
    }
    writer.end_array();
  });
}

std::string LinkRosterJsonApi::view(std::string_view text) {
  if (!run_ || !run_->decisions) {
    return json::out_of_order();
  }
  std::vector<Fault> faults;
  const auto document = json::parse(text);
  if (!document) {
    return failure({document.error()}, text);
  }
  Reader reader{faults};
  roster::ViewRequest request;
  reader.read_object(document->root, request, Path{}, {});
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  run_->view = roster::view_of(run_->table, *run_->decisions, run_->compared ? &*run_->compared : nullptr, request);
  return success(text, [&](Writer& writer) { writer.member("people", std::ssize(run_->view)); });
}

std::string LinkRosterJsonApi::rows(std::size_t from, std::size_t count) const {
  if (!run_ || !run_->decisions) {
    return json::out_of_order();
  }
  const auto& table = run_->table;
  const auto& view = run_->view;
  const std::size_t end = std::min(view.size(), from + std::min(count, view.size()));
  return success("", [&](Writer& writer) {
    writer.key("rows");
    writer.begin_array();
    for (std::size_t at = from; at < end; ++at) {
      const std::uint32_t person = view[at];
      const roster::Record& record = table.people().at(person);
      writer.begin_object();
      writer.member("person", table.people().name(person));
      write_status(writer, *run_->decisions, person);
      writer.member("links", std::int64_t{record.links});
      if (record.kept > 0) {
        writer.member("last_started", date_of(*record.starts()));
      }
      if (record.linked_to != roster::Names::kNone) {
        writer.member("organization", table.organizations().at(record.linked_to));
      }
      if (run_->compared) {
        writer.key("compared");
        writer.begin_object();
        write_status(writer, *run_->compared, person);
        writer.end_object();
      }
      writer.end_object();
    }
    writer.end_array();
  });
}

std::span<const std::uint8_t> LinkRosterJsonApi::statuses() const {
  return run_ && run_->decisions ? std::span<const std::uint8_t>{run_->decisions->status}
                                 : std::span<const std::uint8_t>{};
}
std::span<const std::int32_t> LinkRosterJsonApi::untils() const {
  return run_ && run_->decisions ? std::span<const std::int32_t>{run_->decisions->until}
                                 : std::span<const std::int32_t>{};
}

std::string LinkRosterJsonApi::decide_columns(std::string_view text, std::span<const std::int32_t> starts,
                                              std::size_t per_person, std::span<std::uint8_t> status,
                                              std::span<std::int32_t> until) const {
  std::vector<Fault> faults;
  const Started started = read_start(rulebook_, text, faults, false);
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  Request request = as_request(started.request);
  request.facts.person.associations = std::vector<Association>{};
  const Decision base = check(*started.ruleset, request);
  const LinkDateRules rules{*started.ruleset, request.today};
  if (rules.looks_at() > roster::People::kMostKept) {
    return failure({fault("roster.too_many_per_year", "/ruleset", {{"most", std::int64_t{roster::People::kMostKept}}})},
                   text);
  }
  if (const auto wrong = roster::decide_columns(rules, base, starts, per_person, status, until)) {
    return failure({fault("roster.start_impossible", "/starts/" + std::to_string(*wrong),
                          {{"value", std::int64_t{starts[*wrong]}}, {"first", kFirstDay}, {"today", request.today}})},
                   "");
  }
  return success("", [](Writer&) {});
}

}  // namespace partnercheck
