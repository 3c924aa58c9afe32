// Runs tests against one mutant after the other, each in a process of its own that starts where all is set up.
//
// Takes lines `<mutant> <seconds> <filter>` and answers each with `passed` or `failed`; of no mutant, which is 0, there
// is a line `reached <milliseconds> <mutant>...` before that.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>

namespace mutate {

constexpr int kMutants = 20'000;
int chosen = 0;
bool reached[kMutants] = {};

namespace {

class Reach : public testing::EmptyTestEventListener {
  void OnTestProgramEnd(const testing::UnitTest& tests) override {
    std::cout << "reached " << tests.elapsed_time();
    for (int id = 1; id < kMutants; ++id) {
      if (reached[id]) {
        std::cout << ' ' << id;
      }
    }
    std::cout << std::endl;
  }
};

[[noreturn]] void run(int mutant, rlim_t seconds, const std::string& filter) {
  // Of a processor's time, so that a busy machine kills none.
  const rlimit limit{seconds, seconds};
  setrlimit(RLIMIT_CPU, &limit);
  chosen = mutant;
  if (mutant == 0) {
    testing::UnitTest::GetInstance()->listeners().Append(new Reach);
  } else if (std::freopen("/dev/null", "w", stdout) == nullptr) {
    _exit(1);
  }
  testing::GTEST_FLAG(filter) = filter;
  _exit(RUN_ALL_TESTS());
}

}  // namespace

}  // namespace mutate

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  testing::GTEST_FLAG(fail_fast) = true;
  testing::GTEST_FLAG(brief) = true;
  int mutant = 0;
  rlim_t seconds = 0;
  for (std::string filter; std::cin >> mutant >> seconds >> filter;) {
    const pid_t child = fork();
    if (child == 0) {
      mutate::run(mutant, seconds, filter);
    }
    int status = 0;
    waitpid(child, &status, 0);
    std::cout << (WIFEXITED(status) && WEXITSTATUS(status) == 0 ? "passed" : "failed") << std::endl;
  }
}
