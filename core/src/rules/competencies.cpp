#include "rules/competencies.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "text.h"

namespace partnercheck {

namespace {

struct Competency {
  std::string_view id;
  std::array<std::string_view, 8> names;  // the first is English; empty where there are fewer
};

constexpr auto kCompetencies = std::to_array<Competency>({
    {"application_development",
     {"Application Development", "應用程式開發", "Programutveckling", "Toepassingsontwikkeling"}},
    {"application_integration",
     {"Application Integration", "應用程式整合", "Appintegrering", "App-integratie", "App Integration"}},
    {"cloud_business_applications",
     {"Cloud Business Applications", "雲端 Business Applications", "雲端商務應用程式", "Moln Business Applications"}},
    {"cloud_platform", {"Cloud Platform", "雲端平台", "Molnplattform", "Cloudplatform"}},
    {"cloud_productivity", {"Cloud Productivity", "雲端生產力", "Molnproduktivitet", "Cloudproductiviteit"}},
    {"collaboration_and_content",
     {"Collaboration and Content", "共同作業與內容", "Samarbete och innehåll", "Samenwerking en inhoud"}},
    {"communications", {"Communications", "通訊", "Kommunikation", "Communicatie"}},
    {"data_analytics", {"Data Analytics", "資料分析", "Dataanalys", "Gegevensanalyse"}},
    {"data_platform", {"Data Platform", "資料平台", "Dataplattform", "Gegevensplatform"}},
    {"datacenter", {"Datacenter"}},
    {"devops", {"DevOps"}},
    {"enterprise_mobility_management", {"Enterprise Mobility Management", "企業行動管理"}},
    {"enterprise_resource_planning", {"Enterprise Resource Planning", "企業資源規劃", "Resursplanering för företag"}},
    {"messaging", {"Messaging", "訊息中心", "Meddelanden", "Berichten"}},
    {"project_and_portfolio_management",
     {"Project and Portfolio Management", "專案和組合管理", "Projekt- och portföljhantering",
      "Project- en portfoliobeheer", "Project and Portfolio", "專案和組合", "Project och portfölj",
      "Project en portfolio"}},
    {"security", {"Security", "安全性", "Säkerhet", "Beveiliging"}},
    {"small_and_midmarket_cloud_solutions",
     {"Small and Midmarket Cloud Solutions", "小型和中端市場雲端解決方案",
      "Molnlösningar för små och medelstora företag", "Cloudoplossingen voor kleine en middelgrote bedrijven",
      "Små och medelstora molnlösningar", "Kleine en middelgrote cloudoplossingen"}},
    {"windows_and_devices", {"Windows and Devices", "Windows 與裝置", "Windows och enheter", "Windows en apparaten"}},
});

// By reference: GCC 12 takes a copy of an empty one for no constant.
static_assert(std::ranges::all_of(kCompetencies, [](const Competency& competency) {
  return std::ranges::all_of(competency.names,
                             [](const std::string_view& each) { return each.size() <= kLongestCompared; });
}));

}  // namespace

std::string_view competency_of(std::string_view name) {
  const auto is_called = [&](const Competency& competency) {
    return std::ranges::any_of(competency.names,
                               [&](std::string_view each) { return !each.empty() && same_name(each, name); });
  };
  const auto found = std::ranges::find_if(kCompetencies, is_called);
  return found != kCompetencies.end() ? found->id : std::string_view{};
}

std::vector<std::string_view> competencies() {
  std::vector<std::string_view> names;
  for (const Competency& competency : kCompetencies) {
    names.push_back(competency.names.front());
  }
  return names;
}

std::string_view nearest_competency(std::string_view name) {
  std::string_view nearest;
  std::size_t least = std::string_view::npos;
  for (const Competency& competency : kCompetencies) {
    for (const std::string_view each : competency.names) {
      const std::size_t far = each.empty() ? std::string_view::npos : distance(each, trimmed(name));
      if (far < least) {
        least = far;
        nearest = each;
      }
    }
  }
  return nearest;
}

}  // namespace partnercheck
