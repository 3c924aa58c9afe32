// The JSON API of the core, as JavaScript functions from text to text. The API throws nothing on any input; what is
// left is memory running out, which ends an instance as any trap does (src/core-instance.ts).
#include <emscripten/bind.h>

#include <string>

#include "partnercheck/json_api.h"

namespace {

using partnercheck::JsonApi;

JsonApi& api() {
  static JsonApi instance;
  return instance;
}

template <auto kMethod>
std::string call(const std::string& text) {
  return (api().*kMethod)(text);
}

std::string describe() { return api().describe(); }

}  // namespace

EMSCRIPTEN_BINDINGS(partnercheck) {
  emscripten::function("check", &call<&JsonApi::check>);
  emscripten::function("decide", &call<&JsonApi::decide>);
  emscripten::function("ask", &call<&JsonApi::ask>);
  emscripten::function("preview", &call<&JsonApi::preview>);
  emscripten::function("plan", &call<&JsonApi::plan>);
  emscripten::function("compare", &call<&JsonApi::compare>);
  emscripten::function("load_ruleset", &call<&JsonApi::load_ruleset>);
  emscripten::function("read_date", &call<&JsonApi::read_date>);
  emscripten::function("describe", &describe);
}
