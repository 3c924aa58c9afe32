#include "partnercheck/decision.h"

#include <algorithm>

namespace partnercheck {

std::string FactPointer::text() const {
  std::string text{pattern};
  if (const std::size_t star = text.find('*'); star != std::string::npos) {
    text.replace(star, 1, std::to_string(index));
  }
  return text;
}

const Finding* Decision::finding(std::string_view rule) const {
  const auto found = std::ranges::find(findings, rule, &Finding::rule);
  return found != findings.end() ? &*found : nullptr;
}

std::optional<Date> Decision::date(std::string_view name) const {
  const auto found = std::ranges::find(dates, name, &NamedDates::value_type::first);
  return found != dates.end() ? std::optional{found->second} : std::nullopt;
}

const Finding* Decision::deciding() const {
  const auto decides = [&](const Finding& finding) {
    switch (status) {
      case Status::denied:
        return finding.outcome == Outcome::not_met && !finding.until;
      case Status::needs_info:
        return finding.outcome == Outcome::unknown;
      case Status::deferred:
        return finding.until == until || finding.latest == until;
      case Status::allowed:
        break;
    }
    return false;
  };
  const auto found = std::ranges::find_if(findings, decides);
  return found != findings.end() ? &*found : nullptr;
}

std::optional<Date> Decision::first_day(Date today) const {
  return status == Status::allowed ? std::optional{today} : until;
}

}  // namespace partnercheck
