// The JSON Schema (draft-07) of the contract, made from the field lists of its structures. Host-language types are
// generated from it.
#pragma once

#include "json/writer.h"

namespace partnercheck::json {

void write_schema(Writer& writer);

}  // namespace partnercheck::json
