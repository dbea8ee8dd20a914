// The loop that drives a scenario program: one request on descriptor 3, one reply on descriptor 4.
// Compiled on its own, once for each profile; no line of the learner's is ever in this file, so no
// macro or overload of theirs can change it.

#include "values.hpp"

#include "canary.hpp"

#include <cxxabi.h>
#include <exception>
#include <malloc.h>
#include <typeinfo>
#include <unistd.h>

// What the sanitizers of this build are told; profiles.py says why here.
#define GRADER_UNWATCHED __attribute__((no_sanitize("address", "thread", "undefined")))
extern "C" {
#ifdef GRADER_OPTIONS_ADDRESS
GRADER_UNWATCHED const char* __asan_default_options() { return GRADER_OPTIONS_ADDRESS; }
int __lsan_do_recoverable_leak_check();
#endif
#ifdef GRADER_OPTIONS_THREAD
GRADER_UNWATCHED const char* __tsan_default_options() { return GRADER_OPTIONS_THREAD; }
#endif
#ifdef GRADER_OPTIONS_UNDEFINED
GRADER_UNWATCHED const char* __ubsan_default_options() { return GRADER_OPTIONS_UNDEFINED; }
#endif
}

namespace grader {
namespace {

constexpr int requests_fd = 3, replies_fd = 4;
constexpr std::size_t max_frame = 1u << 20, max_message = 4000;

const Registration*& first_registration() {
    static const Registration* first = nullptr;
    return first;
}

struct AtExit {
    bool asked = false;
    std::string nonce;
    std::string notes;
};

// Lives for ever: the destructors of static objects may still add notes.
AtExit& at_exit() {
    static AtExit* const state = new AtExit;
    return *state;
}

bool read_all(char* data, std::size_t size) {
    while (size) {
        const ssize_t got = ::read(requests_fd, data, size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        data += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

bool read_frame(std::string& body) {
    unsigned char header[4];
    if (!read_all(reinterpret_cast<char*>(header), sizeof header)) return false;
    std::size_t size = 0;
    for (const unsigned char byte : header) size = size << 8 | byte;
    if (size > max_frame) return false;
    body.resize(size);
    return read_all(body.data(), size);
}

void write_frame(const std::string& body) {
    std::string frame;
    for (int shift = 24; shift >= 0; shift -= 8)
        frame += static_cast<char>(body.size() >> shift & 0xFF);
    frame += body;
    for (std::size_t done = 0; done < frame.size();) {
        const ssize_t put = ::write(replies_fd, frame.data() + done, frame.size() - done);
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) _exit(1);
        done += static_cast<std::size_t>(put);
    }
}

std::string reply(const std::string& nonce, const char* key, const std::string& json) {
    std::string body = "{\"nonce\":";
    quote(body, nonce);
    return body + ",\"" + key + "\":" + json + "}";
}

std::string fault(const std::string& nonce, std::string_view text) {
    std::string json;
    quote(json, text);
    return reply(nonce, "fault", json);
}

// Readable whatever the learner put into it: bounded, and a question mark for what is not UTF-8.
std::string presentable(std::string_view text) {
    std::string clean;
    for (std::size_t at = 0; at < text.size() && clean.size() < max_message;) {
        const std::size_t length = utf8_length(text, at);
        clean += length ? text.substr(at, length) : "?";
        at += length ? length : 1;
    }
    return clean;
}

std::string readable_name(const std::type_info& type) {
    int status = 0;
    char* const name = abi::__cxa_demangle(type.name(), nullptr, nullptr, &status);
    const std::string result = presentable(name ? name : type.name());
    std::free(name);
    return result;
}

// The names of a class and its public bases, nearest first: what a Python author calls the MRO.
void add_with_bases(const std::type_info& type, Output& names, int depth = 0) {
    const std::string name = readable_name(type);
    names.text(name.data(), name.size());
    if (depth > 16) return;
    if (const auto* one = dynamic_cast<const abi::__si_class_type_info*>(&type)) {
        add_with_bases(*one->__base_type, names, depth + 1);
    } else if (const auto* many = dynamic_cast<const abi::__vmi_class_type_info*>(&type)) {
        for (unsigned i = 0; i < many->__base_count && i < 16; ++i)
            if (many->__base_info[i].__is_public_p())
                add_with_bases(*many->__base_info[i].__base_type, names, depth + 1);
    }
}

std::string raised(const std::string& nonce, const char* message) {
    std::string json = "{\"type\":", mro = "[]";
    const std::type_info* const type = abi::__cxa_current_exception_type();
    quote(json, type ? readable_name(*type) : "unknown");
    if (type) {
        Output names;
        names.begin();
        add_with_bases(*type, names);
        names.end();
        mro = names.json();
    }
    json += ",\"mro\":" + mro + ",\"message\":";
    quote(json, presentable(message ? message : ""));
    return reply(nonce, "raised", json + ",\"traceback\":[]}");
}

const Registration* find(std::string_view name, std::string& problem) {
    const Registration* found = nullptr;
    for (auto* one = first_registration(); one; one = one->next) {
        if (one->name != name) continue;
        if (found) problem = "two scenarios are called " + std::string(name);
        found = one;
    }
    if (!found) problem = "there is no scenario called " + std::string(name);
    return problem.empty() ? found : nullptr;
}

std::string call(const std::string& nonce, const Node& request) {
    const Node* const path = request.find("path");
    const Node* const arguments = request.find("args");
    if (!path || path->items.size() != 1 || path->items[0].kind != Node::Kind::text)
        return fault(nonce, "a call names one scenario");
    if (!arguments || arguments->kind != Node::Kind::list)
        return fault(nonce, "a call has a list of arguments");
    if (const Node* const named = request.find("kwargs"); named && !named->keys.empty())
        return fault(nonce, "a C++ scenario takes no keyword arguments");
    const std::string& name = path->items[0].text;
    std::string problem;
    const Registration* const scenario = find(name, problem);
    if (!scenario) return fault(nonce, problem);
    Output output;
    try {
        scenario->entry(*arguments, output);
    } catch (const Mismatch& mismatch) {
        return fault(nonce, name + ": " + mismatch.what);
    } catch (const abi::__forced_unwind&) {
        throw;
    } catch (const std::exception& error) {
        return raised(nonce, error.what());
    } catch (...) {
        return raised(nonce, "");
    }
    const std::string answer = reply(nonce, "value", output.json());
    return answer.size() <= max_frame ? answer : fault(nonce, name + ": more than 1 MiB returned");
}

// Answers "exit" when everything else is over: registered before any other static object was
// built, it runs after the last of their destructors. Leaks are looked for before the answer is
// given, and once more by the sanitizer itself: to leave right after the answer hides nothing.
void answer_exit() {
    AtExit& state = at_exit();
    if (!state.asked) return;
#ifdef GRADER_OPTIONS_ADDRESS
    __lsan_do_recoverable_leak_check();
#endif
    write_frame(reply(state.nonce, "value", "[" + state.notes + "]"));
}

__attribute__((constructor(101))) void prepare() {
    std::atexit(answer_exit);
    // New memory is never zero by accident. (AddressSanitizer fills it by itself.)
    mallopt(M_PERTURB, 0xA5);
}

int serve() {
    std::string body;
    while (read_frame(body)) {
        std::string nonce;
        try {
            const Node request = Parser(body).document();
            const Node* const given = request.find("nonce");
            const Node* const op = request.find("op");
            if (!given || !op) throw Malformed("no nonce or no op");
            nonce = given->text;
            if (op->text == "exit") {
                at_exit().nonce = nonce;
                at_exit().asked = true;
                return 0;
            }
            write_frame(op->text == "call" ? call(nonce, request) : fault(nonce, "unknown op"));
        } catch (const Malformed& error) {
            write_frame(fault(nonce, std::string("malformed request: ") + error.what()));
        }
    }
    return 0;
}

}  // namespace

Registration::Registration(const char* name, Entry entry)
    : name(name), entry(entry), next(first_registration()) {
    first_registration() = this;
}

void keep_note(const Output& output) {
    std::string& notes = at_exit().notes;
    if (notes.size() + output.json().size() > max_frame / 2) return;
    notes += (notes.empty() ? "" : ",") + output.json();
}

}  // namespace grader

int main() { return grader::serve(); }
