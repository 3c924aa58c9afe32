#include "partnercheck/roster/both_tables_json_api.h"

#include "roster/json/answers.h"
#include "roster/json/call.h"

namespace partnercheck {

using json::answer;
using json::failure;
using json::out_of_order;

bool BothTablesJsonApi::is_present() const {
  return tables_ && of_links_ == links_.starts() && of_skills_ == skills_.starts();
}

std::string BothTablesJsonApi::bring() {
  if (links_.decided() == nullptr || skills_.held() == nullptr) {
    return out_of_order();
  }
  tables_.emplace(*links_.decided(), *skills_.held());
  of_links_ = links_.starts();
  of_skills_ = skills_.starts();
  return answer("", json::Brought{tables_->totals()});
}

std::string BothTablesJsonApi::view(std::string_view text) {
  if (!is_present()) {
    return out_of_order();
  }
  auto [request, faults] = json::read<BothRowsRequest>(text);
  return faults.empty() ? answer(text, json::Viewed{tables_->view(request)}) : failure(std::move(faults), text);
}

std::string BothTablesJsonApi::rows(std::size_t from, std::size_t count) const {
  return is_present() ? answer("", json::BothRows{tables_->rows(from, count)}) : out_of_order();
}

}  // namespace partnercheck
