#include "goals.h"

#include <algorithm>
#include <array>

namespace partnercheck {

namespace {

constexpr FactPath kActor = kFact<&Request::actor>;
constexpr FactPath kPerson = kFact<&Facts::person>;
constexpr FactPath kLearning = kFact<&Facts::learning>;

constexpr Few<ActionType> kEnrolments{ActionType::enroll_learning_action_pack,
                                      ActionType::enroll_silver_learning_option,
                                      ActionType::enroll_gold_learning_option, ActionType::upgrade_silver_to_gold};

constexpr std::array kGoals = std::to_array<GoalRow>({
    {.type = GoalType::link_to_organizations,
     .group = ActionGroup::link_profile,
     .parameters = {"organizations"},
     .required = {"organizations"},
     .actions = {ActionType::link_mcid},
     .reads = {kActor, kPerson}},
    {.type = GoalType::link_everybody,
     .group = ActionGroup::link_profile,
     .parameters = {"organization", "people"},
     .required = {"organization", "people"},
     .actions = {ActionType::link_mcid},
     .reads = {}},
    {.type = GoalType::enroll,
     .group = ActionGroup::learning_partner,
     .parameters = {"tier"},
     .required = {"tier"},
     .actions = kEnrolments,
     .reads = {kActor, kLearning}},
    {.type = GoalType::find_tier,
     .group = ActionGroup::learning_partner,
     .parameters = {},
     .required = {},
     .actions = kEnrolments,
     .reads = {kActor, kLearning}},
    {.type = GoalType::leave,
     .group = ActionGroup::left,
     .parameters = {"organization"},
     .required = {},
     .actions = {ActionType::link_mcid, ActionType::unlink_mcid, ActionType::delete_user_account,
                 ActionType::remove_from_skills_report},
     .reads = {kPerson}},
    {.type = GoalType::use_roles,
     .group = ActionGroup::who_may,
     .parameters = {},
     .required = {},
     .actions = {},
     .reads = {kActor}},
});
static_assert(std::ranges::equal(kGoals, kNames<GoalType>, {}, [](const GoalRow& row) { return name_of(row.type); }));

}  // namespace

std::span<const GoalRow> goals() { return kGoals; }

const GoalRow& row_of(GoalType goal) { return kGoals.at(static_cast<std::size_t>(goal)); }

}  // namespace partnercheck
