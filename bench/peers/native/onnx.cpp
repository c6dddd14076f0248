// ONNX Runtime through its C API, one thread, all graph optimizations. The package brings the library without headers; the
// functions used are taken from its table by their places, which the library's versioning keeps for good.
#include <dlfcn.h>

#include "peer.h"

namespace {

struct Status;
struct Environment;
struct Session;
struct Options;
struct MemoryInfo;
struct Value;

// A place in the table of functions.
enum Place {
    GetErrorMessage = 2,
    CreateEnv = 3,
    CreateSession = 7,
    Run = 9,
    CreateSessionOptions = 10,
    SetSessionExecutionMode = 13,
    SetSessionGraphOptimizationLevel = 23,
    SetIntraOpNumThreads = 24,
    SetInterOpNumThreads = 25,
    CreateTensorWithDataAsOrtValue = 49,
    CreateCpuMemoryInfo = 69,
    ReleaseSession = 95,
    ReleaseValue = 96,
};

struct Base {
    void* const* (*api)(uint32_t version);
    const char* (*version)();
};

void* const* table;

template <class... Parameters, class... Arguments>
void call(Place place, Arguments... arguments) {
    auto* status = reinterpret_cast<Status* (*)(Parameters...)>(table[place])(arguments...);
    if (status) throw std::runtime_error(reinterpret_cast<const char* (*)(Status*)>(table[GetErrorMessage])(status));
}

struct Runtime {
    Environment* environment = nullptr;
    Options* options = nullptr;
    MemoryInfo* memory = nullptr;

    void open() {
        call<int, const char*, Environment**>(CreateEnv, 3, "peer", &environment);
        call<Options**>(CreateSessionOptions, &options);
        call<Options*, int>(SetIntraOpNumThreads, options, 1);
        call<Options*, int>(SetInterOpNumThreads, options, 1);
        call<Options*, int>(SetSessionExecutionMode, options, 0);
        call<Options*, int>(SetSessionGraphOptimizationLevel, options, 99);
        call<int, int, MemoryInfo**>(CreateCpuMemoryInfo, 0, 0, &memory);
    }

    Value* tensor(float* data, int rows, int columns) const {
        const int64_t shape[] = {rows, columns};
        Value* value = nullptr;
        call<MemoryInfo*, void*, size_t, const int64_t*, size_t, int, Value**>(
            CreateTensorWithDataAsOrtValue, memory, data, sizeof(float) * rows * columns, shape, 2, 1, &value);
        return value;
    }
};

std::string answer(const Runtime& runtime, const peer::Request& request) {
    if (request.call != "OneSample" && request.call != "Batch") return "none it does not train";
    auto p = peer::read(request.problem);
    Session* session = nullptr;
    call<Environment*, const char*, Options*, Session**>(
        CreateSession, runtime.environment, (request.problem + ".onnx").c_str(), runtime.options, &session);

    // Tensors are made once and outputs land in place: only Run is on the clock.
    const int rows = request.call == "OneSample" ? 1 : p.samples;
    peer::Floats outputs(std::size_t(p.samples) * p.outputSize());
    std::vector<Value*> from, to;
    for (int row = 0; row < p.samples; row += rows) {
        from.push_back(runtime.tensor(&p.inputs[row * p.inputSize()], rows, p.inputSize()));
        to.push_back(runtime.tensor(&outputs[row * p.outputSize()], rows, p.outputSize()));
    }
    auto run = reinterpret_cast<Status* (*)(Session*, const void*, const char* const*, const Value* const*, size_t,
                                            const char* const*, size_t, Value**)>(table[Run]);
    const char* input = "x";
    const char* output = "y";
    auto pass = [&] {
        for (std::size_t i = 0; i < from.size(); i++) {
            const Value* x = from[i];
            if (run(session, nullptr, &input, &x, 1, &output, 1, &to[i])) throw std::runtime_error("Run failed");
        }
    };
    pass();
    peer::write(request.result, outputs.data(), outputs.size());
    std::ostringstream text;
    text << "time " << peer::fastest(request.milliseconds, pass) / p.samples << " Run";
    for (auto* values : {&from, &to})
        for (Value* value : *values) reinterpret_cast<void (*)(Value*)>(table[ReleaseValue])(value);
    reinterpret_cast<void (*)(Session*)>(table[ReleaseSession])(session);
    return text.str();
}

}  // namespace

int main(int count, char** arguments) {
    void* library = count > 1 ? dlopen(arguments[1], RTLD_NOW) : nullptr;
    if (!library) {
        std::cerr << "usage: onnx <the shared library>" << std::endl;
        return 1;
    }
    auto* base = reinterpret_cast<const Base* (*)()>(dlsym(library, "OrtGetApiBase"))();
    table = base->api(14);
    Runtime runtime;
    runtime.open();
    return peer::converse(std::string("ONNX Runtime ") + base->version(),
                          [&](const peer::Request& request) { return answer(runtime, request); });
}
