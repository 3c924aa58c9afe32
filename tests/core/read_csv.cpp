// Prints the rows of the table on standard input as JSON, so that other readers can be held against ours.
//   read_csv DELIMITER CHUNK
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "roster/src/csv.h"

int main(int count, char** arguments) {
  if (count != 3) {
    return 2;
  }
  using partnercheck::roster::CsvReader;
  using partnercheck::roster::Row;
  const std::string text{std::istreambuf_iterator<char>{std::cin}, {}};
  CsvReader reader{arguments[1][0]};
  auto rows = nlohmann::json::array();
  const auto keep = [&](const Row& row) {
    rows.push_back({{"line", row.line},
                    {"cells", std::vector<std::string>{row.cells.begin(), row.cells.end()}},
                    {"faulty", row.fault != partnercheck::roster::RowFault::none}});
  };
  const std::size_t chunk = std::stoul(arguments[2]);
  for (std::size_t at = 0; at < text.size(); at += chunk) {
    const std::size_t size = std::min(chunk, text.size() - at);
    text.copy(reader.prepare(size), size, at);
    reader.commit(size, false, keep);
  }
  (void)reader.prepare(0);
  reader.commit(0, true, keep);
  std::cout << rows.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}
