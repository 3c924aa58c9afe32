// The catalogue, and a ruleset, as JSON.
#pragma once

#include "json/writer.h"
#include "partnercheck/ruleset.h"

namespace partnercheck::json {

void write_catalogue(Writer& writer, const Rulebook& rulebook);
void write_ruleset(Writer& writer, const Ruleset& ruleset);

}  // namespace partnercheck::json
