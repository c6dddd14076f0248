// Plain loops over constant sizes: C in all but the templates that carry the sizes. Each call is tried with the weights
// stored by output ([out][in], dot products) and by input ([in][out], columns added up); the faster one counts.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

#include "peer.h"

namespace {

enum class Order { ByOutput, ByInput };

template <int Activation, int N>
inline void activate(float* z) {
    if constexpr (Activation == peer::ReLU) {
        for (int i = 0; i < N; i++) z[i] = z[i] > 0 ? z[i] : 0;
    } else if constexpr (Activation == peer::Tanh) {
        for (int i = 0; i < N; i++) z[i] = std::tanh(z[i]);
    } else if constexpr (Activation == peer::Softmax) {
        float max = z[0], sum = 0;
        for (int i = 1; i < N; i++) max = std::max(max, z[i]);
        for (int i = 0; i < N; i++) z[i] = std::exp(z[i] - max);
        for (int i = 0; i < N; i++) sum += z[i];
        for (int i = 0; i < N; i++) z[i] *= 1 / sum;
    }
}

template <Order order, int In, int Out>
struct Dense {
    alignas(64) float weights[In * Out];
    alignas(64) float biases[Out];

    const float* load(const float* from) {
        for (int o = 0; o < Out; o++)
            for (int i = 0; i < In; i++) weights[order == Order::ByOutput ? o * In + i : i * Out + o] = *from++;
        std::memcpy(biases, from, sizeof biases);
        return from + Out;
    }

    inline void forward(const float* __restrict x, float* __restrict z) const {
        if constexpr (order == Order::ByOutput) {
            for (int o = 0; o < Out; o++) {
                float sum = biases[o];
                for (int i = 0; i < In; i++) sum += weights[o * In + i] * x[i];
                z[o] = sum;
            }
        } else {
            alignas(64) float sums[Out];
            for (int o = 0; o < Out; o++) sums[o] = biases[o];
            for (int i = 0; i < In; i++)
                for (int o = 0; o < Out; o++) sums[o] += weights[i * Out + o] * x[i];
            for (int o = 0; o < Out; o++) z[o] = sums[o];
        }
    }

    // The error of the layer below, without the derivative of its activation.
    inline void backward(const float* __restrict delta, float* __restrict error) const {
        if constexpr (order == Order::ByOutput) {
            for (int i = 0; i < In; i++) error[i] = 0;
            for (int o = 0; o < Out; o++)
                for (int i = 0; i < In; i++) error[i] += weights[o * In + i] * delta[o];
        } else {
            for (int i = 0; i < In; i++) {
                float sum = 0;
                for (int o = 0; o < Out; o++) sum += weights[i * Out + o] * delta[o];
                error[i] = sum;
            }
        }
    }

    // Adds scale · delta xᵀ: onto a gradient, or with a negative scale onto the weights.
    inline void add(float scale, const float* __restrict delta, const float* __restrict x) {
        if constexpr (order == Order::ByOutput) {
            for (int o = 0; o < Out; o++)
                for (int i = 0; i < In; i++) weights[o * In + i] += scale * delta[o] * x[i];
        } else {
            for (int i = 0; i < In; i++)
                for (int o = 0; o < Out; o++) weights[i * Out + o] += scale * delta[o] * x[i];
        }
        for (int o = 0; o < Out; o++) biases[o] += scale * delta[o];
    }

    void add(float scale, const Dense& other) {
        for (int i = 0; i < In * Out; i++) weights[i] += scale * other.weights[i];
        for (int o = 0; o < Out; o++) biases[o] += scale * other.biases[o];
    }

    float* store(float scale, float* to) const {
        for (int o = 0; o < Out; o++)
            for (int i = 0; i < In; i++) *to++ = scale * weights[order == Order::ByOutput ? o * In + i : i * Out + o];
        for (int o = 0; o < Out; o++) *to++ = scale * biases[o];
        return to;
    }
};

template <Order order, int Hidden, int Output, int In, int Out, int... More>
struct Network {
    static constexpr bool Last = sizeof...(More) == 0;
    struct Nothing {};
    template <bool last, int... Rest>
    struct Next { using Type = Nothing; };
    template <int... Rest>
    struct Next<false, Rest...> { using Type = Network<order, Hidden, Output, Rest...>; };

    Dense<order, In, Out> dense;
    typename Next<Last, Out, More...>::Type next;

    void load(const float* from) {
        from = dense.load(from);
        if constexpr (!Last) next.load(from);
    }

    inline void forward(const float* __restrict x, float* __restrict y) const {
        if constexpr (Last) {
            dense.forward(x, y);
            activate<Output, Out>(y);
        } else {
            alignas(64) float h[Out];
            dense.forward(x, h);
            activate<Hidden, Out>(h);
            next.forward(h, y);
        }
    }

    // Forward and back; adds the sample's gradient, leaves this layer's input error if asked, and returns the loss.
    template <bool First>
    inline float learn(const float* x, const float* target, Network& gradient, float* error) const {
        alignas(64) float h[Out], delta[Out];
        float loss = 0;
        dense.forward(x, h);
        if constexpr (Last) {
            activate<Output, Out>(h);
            for (int o = 0; o < Out; o++) {
                delta[o] = h[o] - target[o];
                if constexpr (Output == peer::Softmax) {
                    if (target[o] > 0) loss -= target[o] * std::log(h[o]);
                } else {
                    loss += 0.5f * delta[o] * delta[o];
                }
            }
        } else {
            activate<Hidden, Out>(h);
            loss = next.template learn<false>(h, target, gradient.next, delta);
            for (int o = 0; o < Out; o++) delta[o] *= Hidden == peer::ReLU ? (h[o] > 0 ? 1.0f : 0.0f) : 1 - h[o] * h[o];
        }
        gradient.dense.add(1, delta, x);
        if constexpr (!First) dense.backward(delta, error);
        return loss;
    }

    void add(float scale, const Network& other) {
        dense.add(scale, other.dense);
        if constexpr (!Last) next.add(scale, other.next);
    }

    void store(float scale, float* to) const {
        to = dense.store(scale, to);
        if constexpr (!Last) next.store(scale, to);
    }
};

// One call a sample, as a caller in another file makes it.
template <class Net>
__attribute__((noinline)) void one(const Net& net, const float* x, float* y) {
    net.forward(x, y);
}

template <class Net>
__attribute__((noinline)) float gradientOf(const Net& net, Net& gradient, const peer::Problem& p) {
    std::memset(static_cast<void*>(&gradient), 0, sizeof gradient);
    float loss = 0;
    for (int row = 0; row < p.samples; row++)
        loss += net.template learn<true>(&p.inputs[row * p.inputSize()], &p.targets[row * p.outputSize()], gradient, nullptr);
    return loss / p.samples;
}

template <class Net, int In, int Out>
void measure(const peer::Request& request, const peer::Problem& p, const std::string& name, peer::Best& best) {
    std::unique_ptr<Net> net(new Net), gradient(new Net);
    net->load(p.parameters.data());
    if (request.call == "Training") {
        peer::Floats losses(peer::Steps);
        auto step = [&] {
            float loss = gradientOf(*net, *gradient, p);
            net->add(-p.rate / p.samples, *gradient);
            return loss;
        };
        for (float& loss : losses) loss = step();
        return best.offer(peer::fastest(request.milliseconds, step), name, losses);
    }
    if (request.call == "Gradient") {
        peer::Floats result(p.parameters.size());
        auto pass = [&] { gradientOf(*net, *gradient, p); };
        pass();
        gradient->store(1.0f / p.samples, result.data());
        return best.offer(peer::fastest(request.milliseconds, pass), name, result);
    }
    peer::Floats outputs(std::size_t(p.samples) * Out);
    const bool single = request.call == "OneSample";
    auto pass = [&] {
        const float* x = p.inputs.data();
        float* y = outputs.data();
        if (single)
            for (int row = 0; row < p.samples; row++) one(*net, x + row * In, y + row * Out);
        else
            for (int row = 0; row < p.samples; row++) net->forward(x + row * In, y + row * Out);
    };
    pass();
    best.offer(peer::fastest(request.milliseconds, pass), name, outputs);
}

template <int Hidden, int Output, int In, int... Sizes>
std::string answer(const peer::Request& request) {
    constexpr int Out = (Sizes, ...);
    const auto problem = peer::read(request.problem);
    peer::Best best;
    measure<Network<Order::ByOutput, Hidden, Output, In, Sizes...>, In, Out>(request, problem, "by output", best);
    measure<Network<Order::ByInput, Hidden, Output, In, Sizes...>, In, Out>(request, problem, "by input", best);
    return best.answer(request, problem.samples);
}

}  // namespace

int main() {
    using namespace peer;
    return converse("g++ " __VERSION__ ", " FLAGS, [](const Request& r) -> std::string {
        if (r.shape == "4-16-3") return answer<ReLU, Softmax, 4, 16, 3>(r);
        if (r.shape == "8-32-32-4") return answer<Tanh, Identity, 8, 32, 32, 4>(r);
        if (r.shape == "8-64-64-2") return answer<Tanh, Identity, 8, 64, 64, 2>(r);
        if (r.shape == "64-32-10") return answer<ReLU, Softmax, 64, 32, 10>(r);
        if (r.shape == "784-128-10") return answer<ReLU, Softmax, 784, 128, 10>(r);
        if (r.shape == "784-512-512-10") return answer<ReLU, Softmax, 784, 512, 512, 10>(r);
        if (r.shape == "4-32-16-4") return answer<Tanh, Identity, 4, 32, 16, 4>(r);
        return "none not a shape of this program";
    });
}
