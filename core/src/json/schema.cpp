#include "json/schema.h"

#include <algorithm>
#include <vector>

#include "type.h"

namespace partnercheck::json {

namespace {

// Collects the objects that are referred to, so that each is defined once.
class SchemaWriter {
 public:
  explicit SchemaWriter(Writer& writer) : writer_{writer} {}

  void write(std::span<const Type* const> questions, std::span<const Type* const> answers) {
    writer_.begin_object();
    writer_.member(kSchemaKey, "http://json-schema.org/draft-07/schema#");
    writer_.key("definitions");
    writer_.begin_object();
    for (const Type* question : questions) {
      define_all(*question, {.question = true, .root = true});
    }
    for (const Type* answer : answers) {
      define_all(*answer, {});
    }
    writer_.end_object();
    writer_.end_object();
  }

 private:
  struct Place {
    bool question = false;  // or of an answer
    bool root = false;      // stands in no other object
  };

  void define_all(const Type& root, Place place) {
    if (std::ranges::find(defined_, &root) != defined_.end()) {
      return;
    }
    defined_.push_back(&root);
    std::vector<const Type*> inside;
    define(root, place, inside);
    for (const Type* type : inside) {
      define_all(*type, {.question = place.question});
    }
  }

  static bool may_be_absent(const MemberOf& member) {
    return member.type->kind == Kind::fact || (member.type->kind == Kind::optional && !member.field.or_null);
  }

  // Of an answer all is there but what may be absent or empty; of a question only what makes it one must be there.
  static bool is_required(const MemberOf& member, bool question) {
    return !may_be_absent(member) && !member.field.omit_empty && (!question || member.field.required);
  }

  void define(const Type& type, Place place, std::vector<const Type*>& inside) {
    writer_.key(type.name);
    writer_.begin_object();
    writer_.member("title", type.name);
    writer_.member("type", "object");
    writer_.member("additionalProperties", false);
    writer_.key("properties");
    writer_.begin_object();
    if (place.question && place.root) {
      writer_.key(kSchemaKey);
      writer_.begin_object();
      writer_.member("type", "string");
      writer_.end_object();
    }
    std::vector<std::string_view> required;
    for (const MemberOf& member : type.members) {
      writer_.key(member.field.name);
      // A member that may be absent is so; null is for those that can be known to be none.
      refer(may_be_absent(member) ? *member.type->inner : *member.type, member.field, inside);
      if (is_required(member, place.question)) {
        required.push_back(member.field.name);
      }
    }
    writer_.end_object();
    writer_.texts("required", required);
    writer_.end_object();
  }

  void refer(const Type& type, const Field& field, std::vector<const Type*>& inside) {
    writer_.begin_object();
    switch (type.kind) {
      case Kind::boolean:
        writer_.member("type", "boolean");
        break;
      case Kind::integer:
      case Kind::number:
        write_number(type.kind == Kind::integer ? "integer" : "number", field);
        break;
      case Kind::date:
        writer_.member("type", "string");
        writer_.member("format", "date");
        break;
      case Kind::text:
      case Kind::text_view:
      case Kind::pointer:
        writer_.member("type", "string");
        break;
      case Kind::choice:
        writer_.texts("enum", type.names);
        break;
      case Kind::object:
        writer_.member("$ref", "#/definitions/" + std::string{type.name});
        inside.push_back(&type);
        break;
      case Kind::list:
        writer_.member("type", "array");
        writer_.key("items");
        refer(*type.inner, text_field(""), inside);
        break;
      case Kind::fact:
      case Kind::optional:
        writer_.key("anyOf");
        writer_.begin_array();
        refer(*type.inner, field, inside);
        writer_.begin_object();
        writer_.member("type", "null");
        writer_.end_object();
        writer_.end_array();
        break;
      case Kind::value:
        write_value();
        break;
      case Kind::named_values:
      case Kind::named_dates:
      case Kind::named_outcomes:
        writer_.member("type", "object");
        writer_.key("additionalProperties");
        writer_.begin_object();
        if (type.kind == Kind::named_dates) {
          writer_.member("type", "string");
          writer_.member("format", "date");
        } else {
          write_value();
        }
        writer_.end_object();
        break;
      case Kind::counts:
        write_counts(type, field);
        break;
    }
    writer_.end_object();
  }

  // Of each value of an enumeration: all are there.
  void write_counts(const Type& type, const Field& field) {
    writer_.member("type", "object");
    if (!type.names.empty()) {
      writer_.key("properties");
      writer_.begin_object();
      for (const std::string_view name : type.names) {
        writer_.key(name);
        write_count(field);
      }
      writer_.end_object();
      writer_.texts("required", type.names);
    }
    writer_.key("additionalProperties");
    if (type.names.empty()) {
      write_count(field);
    } else {
      writer_.boolean(false);
    }
  }

  void write_count(const Field& field) {
    writer_.begin_object();
    write_number("integer", field);
    writer_.end_object();
  }

  void write_number(std::string_view kind, const Field& field) {
    writer_.member("type", kind);
    writer_.member("minimum", field.least);
    writer_.member("maximum", field.most);
  }

  void write_value() {
    writer_.texts("type", std::vector<std::string_view>{"boolean", "number", "string", "array"});
    writer_.key("items");
    writer_.begin_object();
    writer_.member("type", "string");
    writer_.end_object();
  }

  Writer& writer_;
  std::vector<const Type*> defined_;
};

}  // namespace

void write_schema(Writer& writer, std::span<const Type* const> questions, std::span<const Type* const> answers) {
  SchemaWriter{writer}.write(questions, answers);
}

}  // namespace partnercheck::json
