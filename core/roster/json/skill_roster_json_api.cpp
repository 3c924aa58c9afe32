#include "partnercheck/roster/skill_roster_json_api.h"

#include <algorithm>

#include "json/question.h"
#include "roster/json/row_faults_json.h"
#include "roster/src/skill_roster.h"
#include "roster/src/text.h"

namespace partnercheck {

namespace {

using json::failure;
using json::Node;
using json::out_of_order;
using json::Path;
using json::Reader;
using json::success;
using json::Writer;

using roster::SkillRoster;

std::string_view name_of_said(roster::Said said) { return said == roster::Said::yes ? "yes" : "no"; }

}  // namespace

struct SkillRosterJsonApi::Table {
  SkillRoster roster;
  bool finished = false;
  std::vector<std::uint32_t> view = {};
  std::optional<std::uint32_t> viewed_skill = std::nullopt;
};

SkillRosterJsonApi::SkillRosterJsonApi(const Rulebook& rulebook, std::uint64_t seed)
    : rulebook_{rulebook}, seed_{seed} {}
SkillRosterJsonApi::~SkillRosterJsonApi() = default;

std::string SkillRosterJsonApi::start(std::string_view text) {
  table_.reset();
  std::vector<Fault> faults;
  const auto document = json::parse(text);
  if (!document) {
    return failure({document.error()}, text);
  }
  Reader reader{faults};
  SkillsRequest request;
  const Path root;
  json::read_question(reader, document->root, request, {}, [](const Node&, const Path&) {});
  const Ruleset* ruleset = json::find_ruleset(rulebook_, reader, request.ruleset, root.member("ruleset"));
  if (faults.empty() && !request.columns.person.known()) {
    const Path columns = root.member("columns");
    reader.fail("value.required", columns.member("person"), {{"key", "person"}});
  }
  if (faults.empty() && request.moved_on.known() && request.moved_on.value() > request.today) {
    reader.fail("date.after_today", root.member("moved_on"),
                {{"value", request.moved_on.value()}, {"today", request.today}});
  }
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  table_ = std::make_unique<Table>(Table{.roster{request, *ruleset, seed_}});
  return success("", [](Writer&) {});
}

char* SkillRosterJsonApi::room(std::size_t size) {
  return table_ && !table_->finished ? table_->roster.room(size) : nullptr;
}

void SkillRosterJsonApi::take(std::size_t size) {
  if (table_ && !table_->finished) {
    table_->roster.take(size, false);
  }
}

std::int64_t SkillRosterJsonApi::rows_read() const { return table_ ? table_->roster.rows() : 0; }
std::int64_t SkillRosterJsonApi::people_read() const {
  return table_ ? std::int64_t{table_->roster.people().size()} : 0;
}
std::int64_t SkillRosterJsonApi::rows_faulty() const { return table_ ? table_->roster.faults().rows() : 0; }

std::string SkillRosterJsonApi::finish() {
  if (!table_ || table_->finished) {
    return out_of_order();
  }
  table_->finished = true;
  SkillRoster& roster = table_->roster;
  (void)roster.room(0);
  roster.take(0, true);
  roster.finish();
  struct Row {
    std::uint32_t skill;
    std::int64_t holders = 0;
    Day next_loss = kAnyDay;
  };
  const Day today = number_of(roster.request().today);
  std::vector<Row> skills;
  for (std::uint32_t skill = 0; skill < roster.skills().size(); ++skill) {
    Row& row = skills.emplace_back(Row{.skill = skill});
    for (const auto& holding : roster.holdings_of(skill)) {
      if (holding.ends > today) {
        ++row.holders;
        row.next_loss = std::min(row.next_loss, holding.ends);
      }
    }
  }
  std::ranges::sort(skills, {}, [](const Row& row) { return std::pair{-row.holders, row.skill}; });
  std::int64_t old_system_only = 0;
  for (std::uint32_t person = 0; person < roster.people().size(); ++person) {
    old_system_only += roster.only_in_old_system(person) ? 1 : 0;
  }
  return success("", [&](Writer& writer) {
    writer.key("totals");
    writer.begin_object();
    writer.member("today", roster.request().today);
    writer.member("rows", roster.rows());
    writer.member("people", std::int64_t{roster.people().size()});
    writer.member("skills", std::int64_t{roster.skills().size()});
    writer.member("old_system_only", old_system_only);
    if (const auto ends = roster.old_system_ends()) {
      writer.member("old_system_ends", date_of(*ends));
    }
    json::write_fault_counts(writer, roster.faults());
    writer.end_object();
    writer.key("skills");
    writer.begin_array();
    for (const Row& row : skills) {
      writer.begin_object();
      writer.member("skill", roster.skills().at(row.skill));
      writer.member("holders", row.holders);
      if (row.next_loss != kAnyDay) {
        writer.member("next_loss", date_of(row.next_loss));
      }
      writer.end_object();
    }
    writer.end_array();
    json::write_faults(writer, roster.faults());
  });
}

std::string SkillRosterJsonApi::forecast(std::string_view text) const {
  if (!table_ || !table_->finished) {
    return out_of_order();
  }
  std::vector<Fault> faults;
  const auto document = json::parse(text);
  if (!document) {
    return failure({document.error()}, text);
  }
  Reader reader{faults};
  SkillQuestion question;
  const Path root;
  reader.read_object(document->root, question, root, {});
  const SkillRoster& roster = table_->roster;
  std::optional<std::uint32_t> skill;
  if (faults.empty() && reader.require(document->root, "skill", root) != nullptr) {
    skill = SkillRoster::find(roster.skills(), question.skill);
    if (!skill) {
      reader.fail("roster.no_skill", root.member("skill"), {{"value", Reader::shown(question.skill)}});
    }
  }
  const Path changes = root.member("changes");
  for (std::size_t i = 0; i < question.changes.size(); ++i) {
    const SkillChange& change = question.changes[i];
    const Path path = changes.element(i);
    if (!change.person.known()) {
      reader.fail("value.required", path.member("person"), {{"key", "person"}});
    } else if (!change.leaves_on.known() && !change.joins_on.known()) {
      reader.fail("value.required", path.member("leaves_on"), {{"key", "leaves_on"}});
    } else if (!change.joins_on.known() && !SkillRoster::find(roster.people(), change.person.value())) {
      reader.fail("roster.no_person", path.member("person"), {{"value", Reader::shown(change.person.value())}});
    }
  }
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  const auto forecast = roster.forecast(*skill, question);
  return success(text, [&](Writer& writer) {
    writer.key("series");
    writer.begin_array();
    for (const auto& [on, holders] : forecast.series) {
      writer.begin_object();
      writer.member("on", date_of(on));
      writer.member("holders", holders);
      writer.end_object();
    }
    writer.end_array();
    if (forecast.lost_on) {
      writer.member("lost_on", date_of(*forecast.lost_on));
    }
  });
}

std::string SkillRosterJsonApi::view(std::string_view text) {
  if (!table_ || !table_->finished) {
    return out_of_order();
  }
  std::vector<Fault> faults;
  const auto document = json::parse(text);
  if (!document) {
    return failure({document.error()}, text);
  }
  Reader reader{faults};
  SkillRowsRequest request;
  const Path root;
  reader.read_object(document->root, request, root, {});
  const SkillRoster& roster = table_->roster;
  std::optional<std::uint32_t> skill;
  if (faults.empty() && request.skill.known()) {
    skill = SkillRoster::find(roster.skills(), request.skill.value());
    if (!skill) {
      reader.fail("roster.no_skill", root.member("skill"), {{"value", Reader::shown(request.skill.value())}});
    }
  }
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  const auto shows = [&](std::uint32_t person) {
    return (!request.old_system_only.known() || request.old_system_only.value() == roster.only_in_old_system(person)) &&
           (!request.text.known() || roster::holds_text(roster.people().at(person), request.text.value()));
  };
  table_->view.clear();
  table_->viewed_skill = skill;
  if (skill) {
    for (const auto& holding : roster.holdings_of(*skill)) {
      if (shows(holding.person)) {
        table_->view.push_back(holding.person);
      }
    }
  } else {
    for (std::uint32_t person = 0; person < roster.people().size(); ++person) {
      if (shows(person)) {
        table_->view.push_back(person);
      }
    }
  }
  return success(text, [&](Writer& writer) { writer.member("people", std::ssize(table_->view)); });
}

std::string SkillRosterJsonApi::rows(std::size_t from, std::size_t count) const {
  if (!table_ || !table_->finished) {
    return out_of_order();
  }
  const SkillRoster& roster = table_->roster;
  const auto& view = table_->view;
  const std::size_t end = std::min(view.size(), from + std::min(count, view.size()));
  const Day today = number_of(roster.request().today);
  return success("", [&](Writer& writer) {
    writer.key("rows");
    writer.begin_array();
    for (std::size_t at = from; at < end; ++at) {
      const std::uint32_t person = view[at];
      writer.begin_object();
      writer.member("person", roster.people().at(person));
      for (const auto& [key, said] :
           {std::pair{"pmc", roster.in_old_system(person)}, {"pc", roster.in_partner_center(person)}}) {
        if (said != roster::Said::nothing) {
          writer.member(key, name_of_said(said));
        }
      }
      writer.member("skills", roster.skills_of(person));
      if (table_->viewed_skill) {
        const auto holdings = roster.holdings_of(*table_->viewed_skill);
        const auto holding = std::ranges::lower_bound(holdings, person, {}, &roster::Holding::person);
        writer.member("holds", holding->ends > today);
        if (holding->ends != kAnyDay) {
          writer.member("ends_on", date_of(holding->ends));
        }
      }
      writer.end_object();
    }
    writer.end_array();
  });
}

}  // namespace partnercheck
