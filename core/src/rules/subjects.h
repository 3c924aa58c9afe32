// The seven subjects, each with its actions and rules.
#pragma once

#include "partnercheck/catalogue.h"

namespace partnercheck {

const Subject& association();
const Subject& reporting();
const Subject& skills_report();
const Subject& membership();
const Subject& learning_option();
const Subject& kpi();
const Subject& directory();

}  // namespace partnercheck
