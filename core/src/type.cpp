#include "type.h"

#include <algorithm>

namespace partnercheck {

const MemberOf* Type::member(std::string_view member_name) const {
  const auto found = std::ranges::find(members, member_name, [](const MemberOf& member) { return member.field.name; });
  return found != members.end() ? &*found : nullptr;
}

}  // namespace partnercheck
