// Runs with the learner's code, in its process, and reports what was seen. It judges nothing:
// what a scenario returns (numbers, text, lists of these) is looked at in test_station.py.
// After the runtime's header and the standard ones, include the learner's files only.

#include <grader/scenario.hpp>

#include "station.hpp"

namespace watching {

// What happened, in order: what each listener heard, and when it was destroyed.
using Log = std::vector<std::string>;

class Witness : public Listener {
public:
    Witness(Log& log, std::string name) : log_(log), name_(std::move(name)) {}
    ~Witness() { log_.push_back(name_ + " is gone"); }
    void hear(const std::string& news) override { log_.push_back(name_ + " heard " + news); }

private:
    Log& log_;
    std::string name_;
};

}  // namespace watching

SCENARIO(broadcast)(std::vector<std::string> names, std::vector<std::string> news) {
    watching::Log log;
    {
        Station station;
        for (const auto& name : names)
            station.add(std::make_unique<watching::Witness>(log, name));
        for (const auto& item : news) station.tell(item);
    }
    return log;
}
