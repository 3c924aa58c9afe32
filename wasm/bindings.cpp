// The JSON door of the core, as JavaScript functions from text to text.
#include <emscripten/bind.h>

#include <string>

#include "partnercheck/json_api.h"

namespace {

using partnercheck::JsonApi;

JsonApi& door() {
  static JsonApi instance;
  return instance;
}

// The door throws nothing on any input; what is left is memory running out.
std::string guarded(auto&& call) {
  try {
    return call();
  } catch (...) {
    return R"({"type":"failure","errors":[{"code":"engine.failed","path":"","message":"error.engine.failed",)"
           R"("help":"error.engine.failed.help"}]})";
  }
}

template <auto kMethod>
std::string call(const std::string& text) {
  return guarded([&] { return (door().*kMethod)(text); });
}

std::string describe() {
  return guarded([] { return door().describe(); });
}

}  // namespace

EMSCRIPTEN_BINDINGS(partnercheck) {
  emscripten::function("check", &call<&JsonApi::check>);
  emscripten::function("preview", &call<&JsonApi::preview>);
  emscripten::function("plan", &call<&JsonApi::plan>);
  emscripten::function("compare", &call<&JsonApi::compare>);
  emscripten::function("load_ruleset", &call<&JsonApi::load_ruleset>);
  emscripten::function("describe", &describe);
}
