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

bool set(const Type& type, void* target, const Value& value);

bool set_list(const Type& type, void* target, const Value& value) {
  const auto* texts = std::get_if<std::vector<std::string>>(&value);
  if (texts == nullptr) {
    return false;
  }
  type.resize(target, texts->size());
  bool whole = true;
  for (std::size_t i = 0; i < texts->size(); ++i) {
    whole = set(*type.inner, type.at(target, i), Value{(*texts)[i]}) && whole;
  }
  return whole;
}

bool set_choice(const Type& type, void* target, const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  const auto found = text == nullptr ? type.names.end() : std::ranges::find(type.names, *text);
  if (found == type.names.end()) {
    return false;
  }
  type.set(target, static_cast<std::size_t>(found - type.names.begin()));
  return true;
}

// What a fact or an optional holds; it comes to be.
void* held_in(const Type& holder, void* target) {
  if (holder.size(target) == 0) {
    holder.resize(target, 1);
  }
  return holder.at(target, 0);
}

bool set(const Type& type, void* target, const Value& value) {
  switch (type.kind) {
    case Kind::fact:
    case Kind::optional:
      return set(*type.inner, held_in(type, target), value);
    case Kind::list:
      return set_list(type, target, value);
    case Kind::choice:
      return set_choice(type, target, value);
    case Kind::boolean:
      return assign<bool>(target, value);
    case Kind::integer:
      return assign<std::int64_t>(target, value);
    case Kind::number:
      return assign<double>(target, value);
    case Kind::date:
      return assign<Date>(target, value);
    case Kind::text:
      return assign<std::string>(target, value);
    default:
      return false;
  }
}

// One step on the way of a pointer.
std::optional<Place> inside(Place place, std::string_view part) {
  while (place.type->kind == Kind::fact || place.type->kind == Kind::optional) {
    place = {place.type->inner, place.field, held_in(*place.type, place.at)};
  }
  if (place.type->kind == Kind::object) {
    const MemberOf* member = place.type->member(part);
    return member != nullptr ? std::optional{Place{member->type, &member->field, member->in(place.at)}} : std::nullopt;
  }
  if (place.type->kind == Kind::list) {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), index);
    if (error == std::errc{} && end == part.data() + part.size() && index < place.type->size(place.at)) {
      return Place{place.type->inner, place.field, place.type->at(place.at, index)};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Place> find_place(Request& request, std::string_view pointer) {
  static constexpr Field kRoot{"request"};
  if (!pointer.starts_with('/')) {
    return std::nullopt;
  }
  std::optional place{Place{&kType<Request>, &kRoot, &request}};
  while (place && !pointer.empty()) {
    place = inside(*place, take_part(pointer));
  }
  return place;
}

bool change_fact(Request& request, const Change& change) {
  Request changed = request;
  const auto place = find_place(changed, change.path);
  if (!place || !set(*place->type, place->at, change.value)) {
    return false;
  }
  request = std::move(changed);
  return true;
}

}  // namespace partnercheck
