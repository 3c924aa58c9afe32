// The JSON Schema (draft-07) of the contract, made from the field lists of its structures. Host-language types are
// generated from it.
#pragma once

#include <span>
#include <string_view>

#include "json/writer.h"

namespace partnercheck::json {

// In a question it names the schema for editors. Its text is not looked at.
inline constexpr std::string_view kSchemaKey = "$schema";

// Of the objects of these questions and answers, with all that they hold.
void write_schema(Writer& writer, std::span<const Type* const> questions, std::span<const Type* const> answers);

}  // namespace partnercheck::json
