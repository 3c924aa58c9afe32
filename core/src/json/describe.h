// The catalogue, a ruleset, and the difference between two, as JSON.
#pragma once

#include "json/writer.h"
#include "partnercheck/request.h"
#include "partnercheck/ruleset.h"

namespace partnercheck::json {

void write_catalogue(Writer& writer, const Rulebook& rulebook);
void write_ruleset(Writer& writer, const Ruleset& ruleset);
// "decisions": both; "differences": a row for each rule that finds otherwise, with the numbers that changed.
void write_comparison(Writer& writer, const Ruleset& before, const Ruleset& after, const Request& request);

}  // namespace partnercheck::json
