// From a JSON tree to the structures of the contract, by their field lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/node.h"
#include "partnercheck/faults.h"
#include "type.h"

namespace partnercheck::json {

// Where we are in the tree. Written out only when something is wrong.
struct Path {
  const Path* parent = nullptr;
  std::string_view key = {};
  std::size_t index = 0;

  [[nodiscard]] std::string pointer() const;
  [[nodiscard]] Path member(std::string_view name) const { return {this, name, 0}; }
  [[nodiscard]] Path element(std::size_t number) const { return {this, {}, number}; }
};

// The members that an object may have (empty: all that its structure lists), and those that somebody else reads.
struct Members {
  std::vector<std::string_view> accepted = {};
  std::vector<std::string_view> skipped = {};
};

// Of more the number is told.
inline constexpr std::size_t kMostFaults = 100;

class Reader {
 public:
  explicit Reader(std::vector<Fault>& faults) : faults_{faults} {}

  // True when the whole value could be read; otherwise the faults are listed.
  template <class T>
  bool read(const Node& node, T& out, const Field& field, const Path& path) {
    const std::size_t before = faults_.size();
    read(kType<T>, &out, node, field, path);
    return faults_.size() == before;
  }
  template <class T>
  void read_object(const Node& node, T& out, const Path& path, const Members& members) {
    read_object(kType<T>, &out, node, path, members);
  }
  // As read, and nothing may be left out.
  template <class T>
  void read_whole(const Node& node, T& out, const Path& path) {
    if (read(node, out, Field{}, path)) {
      require_members(kType<T>, node, path);
    }
  }

  bool expect(const Node& node, Node::Kind kind, const Path& path);
  void fail(std::string_view code, const Path& path, NamedValues details = {});
  // The member; null, with a fault, when the object has none of that name.
  const Node* require(const Node& object, std::string_view name, const Path& path);

  static std::vector<std::string> names(const auto& list) { return {list.begin(), list.end()}; }

 private:
  void read(const Type& type, void* out, const Node& node, const Field& field, const Path& path);
  void read_object(const Type& type, void* out, const Node& node, const Path& path, const Members& members);
  void require_members(const Type& type, const Node& node, const Path& path);
  void read_list(const Type& type, void* out, const Node& node, const Field& field, const Path& path);
  void read_choice(const Type& type, void* out, const Node& node, const Path& path);
  void read_integer(std::int64_t& out, const Node& node, const Field& field, const Path& path);
  void read_number(double& out, const Node& node, const Field& field, const Path& path);
  void read_date(Date& out, const Node& node, const Path& path);
  void read_text(std::string& out, const Node& node, const Field& field, const Path& path);
  void fail_type(std::string_view expected, const Node& node, const Path& path);

  std::vector<Fault>& faults_;
};

}  // namespace partnercheck::json
