// What every native peer shares: the problem it is given, the clock, and the conversation with the benchmark program.
//
// A request is one line, its fields parted by tabs: call, shape, problem file, result file, milliseconds.
// The answer is one line: "time <ns a sample> <how>", "unlike <ns a sample> <why it is not the same function>" or
// "none <reason>". The request "about" is answered by one line of names and versions.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <new>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace peer {

// 64-byte alignment, so that no vector straddles two cache lines.
template <class T>
struct Aligned {
    using value_type = T;
    Aligned() = default;
    template <class U>
    Aligned(const Aligned<U>&) {}
    T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), std::align_val_t(64))); }
    void deallocate(T* p, std::size_t) { ::operator delete(p, std::align_val_t(64)); }
    template <class U>
    bool operator==(const Aligned<U>&) const { return true; }
    template <class U>
    bool operator!=(const Aligned<U>&) const { return false; }
};

using Floats = std::vector<float, Aligned<float>>;

enum Activation : int32_t { Identity, ReLU, Tanh, Softmax };

inline Activation activation(const std::string& name) {
    if (name == "Identity") return Identity;
    if (name == "ReLU") return ReLU;
    if (name == "Tanh") return Tanh;
    if (name == "Softmax") return Softmax;
    throw std::runtime_error("no activation " + name);
}

// The network, its parameters in canonical order (each layer's weights [out, in], then its biases), and the samples. A problem file
// begins with lines of words, the last of them empty:
//   layer <kind> <activation> in <sizes> out <sizes>, and of convolutions and pools kernel, strides, dilations, before, after, groups
//   loss <name>
//   optimizer <name> <step size>
//   samples <count>
// Then parameters, inputs and targets follow as floats, little endian, channels first. The native peers have dense layers alone.
struct Problem {
    std::vector<int32_t> sizes;
    int32_t hidden = 0, output = 0, samples = 0;
    float rate = 0;
    Floats parameters, inputs, targets;
    std::vector<int32_t> labels;

    int inputSize() const { return sizes.front(); }
    int outputSize() const { return sizes.back(); }
};

// One layer of a problem file.
inline void readLayer(std::istringstream& words, Problem& p) {
    std::string kind, name, in, out;
    int32_t inputs = 0, outputs = 0;
    words >> kind >> name;
    if (kind != "Dense") throw std::runtime_error("no layer " + kind);
    words >> in >> inputs >> out >> outputs;
    if (p.sizes.empty()) p.sizes.push_back(inputs);
    else p.hidden = p.output;
    p.sizes.push_back(outputs);
    p.output = activation(name);
}

inline Problem read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("no problem file");
    Problem p;
    std::string line, word, optimizer;
    while (std::getline(file, line) && !line.empty()) {
        std::istringstream words(line);
        words >> word;
        if (word == "layer") readLayer(words, p);
        if (word == "optimizer") words >> optimizer >> p.rate;
        if (word == "samples") words >> p.samples;
    }
    auto floats = [&](Floats& to, std::size_t n) { to.resize(n); file.read(reinterpret_cast<char*>(to.data()), n * 4); };
    std::size_t count = 0;
    for (std::size_t i = 1; i < p.sizes.size(); i++) count += std::size_t(p.sizes[i]) * (p.sizes[i - 1] + 1);
    floats(p.parameters, count);
    floats(p.inputs, std::size_t(p.samples) * p.inputSize());
    floats(p.targets, std::size_t(p.samples) * p.outputSize());
    if (!file) throw std::runtime_error("a short problem file");
    for (int row = 0; row < p.samples; row++) {
        int best = 0;
        for (int i = 1; i < p.outputSize(); i++)
            if (p.targets[row * p.outputSize() + i] > p.targets[row * p.outputSize() + best]) best = i;
        p.labels.push_back(best);
    }
    return p;
}

inline void write(const std::string& path, const float* values, std::size_t n) {
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(values), n * 4);
}

// Nanoseconds of one pass: the fastest of some ten stretches of the given time, as on the benchmark program's side.
template <class Pass>
double fastest(double milliseconds, Pass pass) {
    using Clock = std::chrono::steady_clock;
    auto run = [&](long passes) {
        auto start = Clock::now();
        for (long i = 0; i < passes; i++) {
            pass();
            asm volatile("" ::: "memory");
        }
        return std::chrono::duration<double, std::nano>(Clock::now() - start).count();
    };
    const double stretch = milliseconds * 1e6 / 10;
    long passes = 1;
    double time = run(passes), spent = time;
    while (time < stretch / 2) {
        passes *= 2;
        time = run(passes);
        spent += time;
    }
    double best = time / passes;
    do {
        time = run(passes);
        spent += time;
        if (time / passes < best) best = time / passes;
    } while (spent < milliseconds * 1e6);
    return best;
}

// The number of losses a training run reports: those before each of its first steps.
constexpr int Steps = 20;

struct Request {
    std::string call, shape, problem, result;
    double milliseconds = 0;
};

// The best of several ways to compute the same; the result that is compared is the one whose time is reported.
struct Best {
    double time = 1e300;
    std::string how = "";
    Floats result;

    void offer(double candidate, const std::string& name, const Floats& numbers) {
        if (candidate < time) time = candidate, how = name, result = numbers;
    }
    std::string answer(const Request& request, int samples) const {
        write(request.result, result.data(), result.size());
        std::ostringstream text;
        text << "time " << time / samples << " " << how;
        return text.str();
    }
};

template <class Answer>
int converse(const std::string& about, Answer answer) {
    std::string line;
    while (std::getline(std::cin, line)) {
        std::string reply;
        if (line == "about") {
            reply = "about " + about;
        } else {
            std::istringstream fields(line);
            Request request;
            std::string milliseconds;
            std::getline(fields, request.call, '\t');
            std::getline(fields, request.shape, '\t');
            std::getline(fields, request.problem, '\t');
            std::getline(fields, request.result, '\t');
            std::getline(fields, milliseconds, '\t');
            request.milliseconds = std::atof(milliseconds.c_str());
            try {
                reply = answer(request);
            } catch (const std::exception& problem) {
                reply = std::string("none ") + problem.what();
            }
        }
        std::cout << reply << std::endl;
    }
    return 0;
}

}  // namespace peer
