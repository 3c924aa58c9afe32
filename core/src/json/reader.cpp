#include "json/reader.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "text.h"

namespace partnercheck::json {

namespace {

constexpr std::string_view kBlank = " \t\r\n";

bool holds(const std::vector<std::string_view>& list, std::string_view name) {
  return std::ranges::find(list, name) != list.end();
}

}  // namespace

std::string Path::pointer() const {
  if (parent == nullptr) {
    return "";
  }
  return parent->pointer() + "/" + (key.data() == nullptr ? std::to_string(index) : escaped(key));
}

void Reader::read(const Type& type, void* out, const Node& node, const Field& field, const Path& path) {
  switch (type.kind) {
    case Kind::boolean:
      *static_cast<bool*>(out) = node.boolean;
      expect(node, Node::Kind::boolean, path);
      return;
    case Kind::integer:
      return read_integer(*static_cast<std::int64_t*>(out), node, field, path);
    case Kind::number:
      return read_number(*static_cast<double*>(out), node, field, path);
    case Kind::date:
      return read_date(*static_cast<Date*>(out), node, path);
    case Kind::text:
      return read_text(*static_cast<std::string*>(out), node, field, path);
    case Kind::choice:
      return read_choice(type, out, node, path);
    case Kind::object:
      return read_object(type, out, node, path, {});
    case Kind::list:
      return read_list(type, out, node, field, path);
    case Kind::optional:
      if (node.kind == Node::Kind::null) {
        return;
      }
      [[fallthrough]];
    case Kind::fact: {
      const std::size_t before = faults_.size();
      type.resize(out, 1);
      read(*type.inner, type.at(out, 0), node, field, path);
      if (faults_.size() != before) {
        type.resize(out, 0);
      }
      return;
    }
    case Kind::text_view:
    case Kind::pointer:
    case Kind::value:
    case Kind::named_values:
    case Kind::named_dates:
    case Kind::named_outcomes:
    case Kind::counts:
      break;
  }
  assert(false && "a structure that is only ever written");
}

void Reader::read_object(const Type& type, void* out, const Node& node, const Path& path, const Members& members) {
  if (!expect(node, Node::Kind::object, path)) {
    return;
  }
  const auto accepts = [&](std::string_view name) { return members.accepted.empty() || holds(members.accepted, name); };
  for (const Node& child : node.children()) {
    if (holds(members.skipped, child.key)) {
      continue;
    }
    const Path at = path.member(child.key);
    const MemberOf* member = type.member(child.key);
    if (member != nullptr && accepts(member->field.name)) {
      read(*member->type, member->in(out), child, member->field, at);
      continue;
    }
    std::vector<std::string> allowed;
    for (const MemberOf& other : type.members) {
      if (faults_.size() < kMostFaults && accepts(other.field.name)) {
        allowed.emplace_back(other.field.name);
      }
    }
    fail("key.unknown", at, {{"key", shown(child.key)}, {"allowed", std::move(allowed)}});
  }
}

void Reader::require_members(const Type& type, const Node& node, const Path& path) {
  for (const MemberOf& member : type.members) {
    require(node, member.field.name, path);
  }
}

void Reader::read_list(const Type& type, void* out, const Node& node, const Field& field, const Path& path) {
  if (!expect(node, Node::Kind::array, path)) {
    return;
  }
  if (node.size > field.most) {
    return fail("list.too_long", path, {{"most", field.most}});
  }
  if (node.size < field.least) {
    return fail("list.too_short", path, {{"least", field.least}});
  }
  type.resize(out, node.size);
  std::size_t i = 0;
  for (const Node& child : node.children()) {
    const Path element = path.element(i);
    read(*type.inner, type.at(out, i++), child, text_field(""), element);
  }
}

void Reader::read_choice(const Type& type, void* out, const Node& node, const Path& path) {
  if (!expect(node, Node::Kind::string, path)) {
    return;
  }
  const auto found = std::ranges::find(type.names, node.text);
  if (found == type.names.end()) {
    return fail("value.unknown_name", path, {{"value", shown(node.text)}, {"allowed", names(type.names)}});
  }
  type.set(out, static_cast<std::size_t>(found - type.names.begin()));
}

void Reader::read_integer(std::int64_t& out, const Node& node, const Field& field, const Path& path) {
  if (node.kind == Node::Kind::number && node.number != std::floor(node.number)) {
    return fail("number.not_whole", path);
  }
  if (node.kind != Node::Kind::number && !expect(node, Node::Kind::integer, path)) {
    return;
  }
  if (node.kind == Node::Kind::number || node.integer < field.least || node.integer > field.most) {
    return fail("number.out_of_range", path, {{"least", field.least}, {"most", field.most}});
  }
  out = node.integer;
}

void Reader::read_number(double& out, const Node& node, const Field& field, const Path& path) {
  if (node.kind != Node::Kind::integer && node.kind != Node::Kind::number) {
    return fail_type("number", node, path);
  }
  if (node.number < static_cast<double>(field.least) || node.number > static_cast<double>(field.most)) {
    return fail("number.out_of_range", path, {{"least", field.least}, {"most", field.most}});
  }
  out = node.number;
}

void Reader::read_date(Date& out, const Node& node, const Path& path) {
  if (node.kind != Node::Kind::string) {
    return fail_type("date", node, path);
  }
  const auto date = parse_date(node.text);
  if (date) {
    out = *date;
  } else if (date.error() == DateFault::out_of_range) {
    fail("date.out_of_range", path, {{"value", shown(node.text)}, {"first", kFirstDay}, {"last", kLastDay}});
  } else {
    fail(date.error() == DateFault::shape ? "date.shape" : "date.impossible", path, {{"value", shown(node.text)}});
  }
}

void Reader::read_text(std::string& out, const Node& node, const Field& field, const Path& path) {
  if (!expect(node, Node::Kind::string, path)) {
    return;
  }
  if (std::ssize(node.text) > field.most) {
    return fail("text.too_long", path, {{"most", field.most}});
  }
  if (node.text.empty() || (!field.blank && node.text.find_first_not_of(kBlank) == std::string_view::npos)) {
    return fail("text.empty", path);
  }
  out = node.text;
}

void Reader::fail_type(std::string_view expected, const Node& node, const Path& path) {
  fail("type.wrong", path, {{"expected", std::string{expected}}, {"found", std::string{kind_name(node.kind)}}});
}

bool Reader::expect(const Node& node, Node::Kind kind, const Path& path) {
  if (node.kind != kind) {
    fail_type(kind_name(kind), node, path);
  }
  return node.kind == kind;
}

void Reader::fail(std::string_view code, const Path& path, NamedValues details) {
  faults_.push_back(faults_.size() < kMostFaults ? fault(code, path.pointer(), std::move(details)) : Fault{});
}

const Node* Reader::require(const Node& object, std::string_view name, const Path& path) {
  const Node* member = object.member(name);
  if (member == nullptr) {
    fail("value.required", path.member(name), {{"key", std::string{name}}});
  }
  return member;
}

}  // namespace partnercheck::json
