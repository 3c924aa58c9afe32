#include "change_facts.h"

#include <algorithm>
#include <charconv>

#include "type.h"

namespace partnercheck {

namespace {

// The next part of a pointer, which is taken off its front.
std::string_view take_part(std::string_view& path) {
  path.remove_prefix(1);
  const std::string_view part = path.substr(0, path.find('/'));
  path.remove_prefix(part.size());
  return part;
}

template <class T>
bool assign(void* target, const Value& value) {
  const T* same = std::get_if<T>(&value);
  if (same != nullptr) {
    *static_cast<T*>(target) = *same;
  }
  return same != nullptr;
}

bool set(const Type& type, void* target, std::string_view path, const Value& value);

bool set_list(const Type& type, void* target, std::string_view path, const Value& value) {
  if (!path.empty()) {
    const std::string_view part = take_part(path);
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), index);
    return error == std::errc{} && end == part.data() + part.size() && index < type.size(target) &&
           set(*type.inner, type.at(target, index), path, value);
  }
  const auto* texts = std::get_if<std::vector<std::string>>(&value);
  if (texts == nullptr) {
    return false;
  }
  type.resize(target, texts->size());
  bool whole = true;
  for (std::size_t i = 0; i < texts->size(); ++i) {
    whole = set(*type.inner, type.at(target, i), "", Value{(*texts)[i]}) && whole;
  }
  return whole;
}

bool set(const Type& type, void* target, std::string_view path, const Value& value) {
  switch (type.kind) {
    case Kind::object: {
      if (path.empty()) {
        return false;
      }
      const MemberOf* member = type.member(take_part(path));
      return member != nullptr && set(*member->type, member->in(target), path, value);
    }
    case Kind::fact:
    case Kind::optional:
      if (type.size(target) == 0) {
        type.resize(target, 1);
      }
      return set(*type.inner, type.at(target, 0), path, value);
    case Kind::list:
      return set_list(type, target, path, value);
    case Kind::choice: {
      const auto* text = std::get_if<std::string>(&value);
      const auto found = text == nullptr ? type.names.end() : std::ranges::find(type.names, *text);
      if (!path.empty() || found == type.names.end()) {
        return false;
      }
      type.set(target, static_cast<std::size_t>(found - type.names.begin()));
      return true;
    }
    case Kind::boolean:
      return path.empty() && assign<bool>(target, value);
    case Kind::integer:
      return path.empty() && assign<std::int64_t>(target, value);
    case Kind::number:
      return path.empty() && assign<double>(target, value);
    case Kind::date:
      return path.empty() && assign<Date>(target, value);
    case Kind::text:
      return path.empty() && assign<std::string>(target, value);
    default:
      return false;
  }
}

}  // namespace

bool change_fact(Request& request, const Change& change) {
  Request changed = request;
  if (!change.path.starts_with('/') || !set(type_of<Request>(), &changed, change.path, change.value)) {
    return false;
  }
  request = std::move(changed);
  return true;
}

}  // namespace partnercheck
