#pragma once
#include <cstdio>
#include <cerrno>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <optional>
struct FileCloser { void operator()(std::FILE* f) const noexcept { std::fclose(f); } };
using FilePtr = std::unique_ptr<std::FILE, FileCloser>;
inline FilePtr open_file(const std::string& path, const char* mode = "rb") {
    FilePtr f{std::fopen(path.c_str(), mode)};
    if (f.get() == nullptr) throw std::system_error(errno, std::generic_category(), path);
    return f;
}
inline std::string read_all(std::FILE* f) { std::string out; char buf[4096]; std::size_t n; while ((n = std::fread(buf, 1, sizeof buf, f)) > 0) out.append(buf, n); return out; }
class File {
    std::FILE* f_ = nullptr;
public:
    File() = default;
    explicit File(const std::string& p) : f_{std::fopen(p.c_str(), "r")} { if (!f_) { throw std::runtime_error("cannot open " + p); } }
    File(File&& o) noexcept : f_(std::exchange(o.f_, nullptr)) {}
    File& operator=(File&& o) noexcept { std::swap(f_, o.f_); return *this; }
    ~File() { if (f_) std::fclose(f_); }
};
inline std::unique_ptr<std::FILE, int (*)(std::FILE*)> legacy(const char* p) {
    auto* raw = std::fopen(p, "r");
    if (raw == nullptr) return {nullptr, &std::fclose};
    return {raw, &std::fclose};
}
inline std::optional<int> size_of(const char* p) {
    auto f = std::unique_ptr<std::FILE, decltype([](std::FILE* x) { std::fclose(x); })>(std::fopen(p, "r"));
    return f ? std::optional<int>(1) : std::nullopt;
}
inline bool usable(const char* p) { std::FILE* f = std::fopen(p, "r"); bool ok = static_cast<bool>(f); if (ok) std::fclose(f); return ok; }
inline bool usable2(const char* p) { std::FILE* f = std::fopen(p, "r"); bool ok = f; if (ok) std::fclose(f); return ok; }
inline int usable3(const char* p) { std::FILE* f; if (!(f = std::fopen(p, "r"))) return 1; std::fclose(f); return 0; }
inline int usable4(const char* p) { if (FilePtr f{std::fopen(p, "r")}; f) return 1; return 0; }
inline int usable5(const char* p) { if (auto* f = std::fopen(p, "r"); f != nullptr) { std::fclose(f); return 1; } return 0; }
inline int usable6(const char* p) { std::shared_ptr<std::FILE> f(std::fopen(p, "r"), [](std::FILE* x) { if (x) std::fclose(x); }); if (!f) return 1; return 0; }
inline int usable7(const char* p) { FILE* f = fopen(p, "r"); do { if (f == nullptr) return 1; } while (false); fclose(f); return 0; }
