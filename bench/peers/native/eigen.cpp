// Eigen with fixed sizes. A sample is a column, so that the rows of the problem need no copy. Every call is written in
// several ways (order of storage, whole batches or blocks, blocks with samples in the lanes); the fastest counts.
#define EIGEN_STACK_ALLOCATION_LIMIT 0
#define EIGEN_NO_DEBUG
#include <eigen3/Eigen/Dense>
#include <cmath>
#include <memory>

#include "peer.h"

namespace {

using Eigen::Dynamic;
using Eigen::Map;
using Eigen::Matrix;

// Past this size Eigen runs the same kernels for fixed and for dynamic sizes, and fixed ones take minutes to compile.
constexpr int Large = 8192;

template <int Out, int In, int Storage>
using Weights = Matrix<float, In * Out <= Large ? Out : Dynamic, In * Out <= Large ? In : Dynamic, Storage>;

enum class Product { Blocked, Lazy };

// Whether samples fill the lanes: a transposition that one has to think of, so it is measured as a peer of its own.
bool lanes = false;

template <int Activation, class Z>
inline void activate(Z& z) {
    if constexpr (Activation == peer::ReLU) {
        z = z.cwiseMax(0.0f);
    } else if constexpr (Activation == peer::Tanh) {
        z.array() = z.array().tanh();
    } else if constexpr (Activation == peer::Softmax) {
        z.rowwise() -= z.colwise().maxCoeff().eval();
        z.array() = z.array().exp();
        z.array().rowwise() *= z.colwise().sum().array().inverse().eval();
    }
}

// The same with samples in the rows.
template <int Activation, class Z>
inline void activateRows(Z& z) {
    if constexpr (Activation == peer::Softmax) {
        z.colwise() -= z.rowwise().maxCoeff().eval();
        z.array() = z.array().exp();
        z.array().colwise() *= z.rowwise().sum().array().inverse().eval();
    } else {
        activate<Activation>(z);
    }
}

template <int Storage, int Hidden, int Output, int In, int Out, int... More>
struct Network {
    static constexpr bool Last = sizeof...(More) == 0;
    static constexpr int Activation = Last ? Output : Hidden;
    struct Nothing {};
    template <bool last, int... Rest>
    struct Next { using Type = Nothing; };
    template <int... Rest>
    struct Next<false, Rest...> { using Type = Network<Storage, Hidden, Output, Rest...>; };
    using Following = typename Next<Last, Out, More...>::Type;

    EIGEN_MAKE_ALIGNED_OPERATOR_NEW
    Weights<Out, In, Storage> weights;
    Matrix<float, Out, 1> biases;
    Following next;

    void load(const float* from) {
        weights = Map<const Weights<Out, In, Eigen::RowMajor>>(from, Out, In);
        biases = Map<const Matrix<float, Out, 1>>(from + Out * In);
        if constexpr (!Last) next.load(from + Out * In + Out);
    }

    template <Product product, class X, class Y>
    inline void forward(const X& x, Y& y) const {
        Matrix<float, Out, 1> h = biases;
        if constexpr (product == Product::Lazy) h += weights.lazyProduct(x);
        else h.noalias() += weights * x;
        activate<Activation>(h);
        if constexpr (Last) y = h;
        else next.template forward<product>(h, y);
    }

    // Samples are rows of a block: they fill the lanes.
    template <int Rows, class X, class Y>
    inline void forwardRows(const X& x, Y& y) const {
        Matrix<float, Rows, Out> h = biases.transpose().template replicate<Rows, 1>();
        h += x.lazyProduct(weights.transpose());
        activateRows<Activation>(h);
        if constexpr (Last) y = h.transpose();
        else next.template forwardRows<Rows>(h, y);
    }
};

// The activations and errors of a block of samples.
template <class Net, int Cols>
struct Work;

template <int Cols, int S, int Hidden, int Output, int In, int Out, int... More>
struct Work<Network<S, Hidden, Output, In, Out, More...>, Cols> {
    using Net = Network<S, Hidden, Output, In, Out, More...>;
    struct Nothing { void resize(int) {} };
    template <bool last, class N>
    struct Next { using Type = Nothing; };
    template <class N>
    struct Next<false, N> { using Type = Work<N, Cols>; };

    EIGEN_MAKE_ALIGNED_OPERATOR_NEW
    Matrix<float, Out, Cols> h, delta;
    typename Next<Net::Last, typename Net::Following>::Type next;

    void resize(int columns) {
        if constexpr (Cols == Dynamic) h.resize(Out, columns), delta.resize(Out, columns);
        next.resize(columns);
    }

    template <Product product, class X, class Y>
    inline void forward(const Net& net, const X& x, Y& y) {
        if constexpr (product == Product::Lazy) h = net.weights.lazyProduct(x);
        else h.noalias() = net.weights * x;
        h.colwise() += net.biases;
        activate<Net::Activation>(h);
        if constexpr (Net::Last) y = h;
        else next.template forward<product>(net.next, h, y);
    }

    // One step of gradient descent, fused: the weights are updated as soon as the error below is known.
    template <class X, class E>
    inline float step(Net& net, const X& x, const peer::Problem& p, float rate, E* error) {
        float loss = 0;
        h.noalias() = net.weights * x;
        h.colwise() += net.biases;
        activate<Net::Activation>(h);
        if constexpr (Net::Last) {
            delta = h;
            for (int i = 0; i < p.samples; i++) {
                loss -= std::log(h(p.labels[i], i));
                delta(p.labels[i], i) -= 1;
            }
        } else {
            loss = next.step(net.next, h, p, rate, &delta);
            delta.array() *= (h.array() > 0).template cast<float>();
        }
        if constexpr (!std::is_same_v<E, void>) error->noalias() = net.weights.transpose() * delta;
        net.weights.noalias() -= (rate * delta) * x.transpose();
        net.biases -= rate * delta.rowwise().sum();
        return loss;
    }
};

template <class Net, Product product, int In, int Out>
__attribute__((noinline)) void one(const Net& net, const float* x, float* y) {
    Map<Matrix<float, Out, 1>> to(y);
    net.template forward<product>(Map<const Matrix<float, In, 1>>(x), to);
}

template <int Hidden, int Output, int In, int... Sizes>
struct Measure {
    static constexpr int Out = (Sizes, ...);
    static constexpr bool Small = In < 100;
    using ByColumn = Network<Eigen::ColMajor, Hidden, Output, In, Sizes...>;
    using ByRow = Network<Eigen::RowMajor, Hidden, Output, In, Sizes...>;

    const peer::Request& request;
    peer::Problem p;
    peer::Floats outputs;
    peer::Best best;

    template <class Pass>
    void offer(const std::string& name, Pass pass) {
        pass();
        best.offer(peer::fastest(request.milliseconds, pass), name, outputs);
    }

    template <class Net>
    std::unique_ptr<Net> load() {
        auto net = std::make_unique<Net>();
        net->load(p.parameters.data());
        return net;
    }

    template <class Net, Product product>
    void single(const std::string& name) {
        auto net = load<Net>();
        offer(name, [&] {
            for (int i = 0; i < p.samples; i++) one<Net, product, In, Out>(*net, &p.inputs[i * In], &outputs[i * Out]);
        });
    }

    template <class Net, Product product, int Cols>
    void columns(const std::string& name, int step = Cols) {
        auto net = load<Net>();
        auto work = std::make_unique<Work<Net, Cols>>();
        work->resize(step);
        offer(name, [&] {
            for (int i = 0; i < p.samples; i += step) {
                Map<Matrix<float, Out, Cols>> y(&outputs[i * Out], Out, step);
                work->template forward<product>(*net, Map<const Matrix<float, In, Cols>>(&p.inputs[i * In], In, step), y);
            }
        });
    }

    template <int Rows>
    void rows(const std::string& name) {
        auto net = load<ByRow>();
        offer(name, [&] {
            for (int i = 0; i < p.samples; i += Rows) {
                Matrix<float, Rows, In> x = Map<const Matrix<float, In, Rows>>(&p.inputs[i * In]).transpose();
                Map<Matrix<float, Out, Rows>> y(&outputs[i * Out]);
                net->template forwardRows<Rows>(x, y);
            }
        });
    }

    template <class Net, int Cols>
    void training(const std::string& name) {
        if constexpr (Output == peer::Softmax && Hidden == peer::ReLU) {
            auto net = load<Net>();
            auto work = std::make_unique<Work<Net, Cols>>();
            work->resize(p.samples);
            const Map<const Matrix<float, In, Cols>> x(p.inputs.data(), In, p.samples);
            auto step = [&] { return work->template step<decltype(x), void>(*net, x, p, p.rate / p.samples, nullptr) / p.samples; };
            peer::Floats losses(peer::Steps);
            for (float& loss : losses) loss = step();
            best.offer(peer::fastest(request.milliseconds, step), name, losses);
        }
    }

    std::string answer() {
        outputs.resize(std::size_t(p.samples) * Out);
        if (lanes) {
            if constexpr (Small) {
                if (request.call != "Batch") return "none only batches have lanes to fill";
                rows<16>("blocks of 16");
                return best.answer(request, p.samples);
            }
            return "none not for wide layers";
        }
        if (request.call == "OneSample") {
            single<ByColumn, Product::Blocked>("columns");
            single<ByRow, Product::Blocked>("rows");
            if constexpr (Small) single<ByColumn, Product::Lazy>("lazy");
        } else if (request.call == "Batch") {
            columns<ByColumn, Product::Blocked, Dynamic>("whole batch", p.samples);
            columns<ByColumn, Product::Blocked, Dynamic>("blocks of 128", 128);
            if constexpr (Small) {
                columns<ByColumn, Product::Blocked, 32>("blocks of 32");
                columns<ByColumn, Product::Lazy, 16>("blocks of 16, lazy");
            }
        } else if (request.call == "Training" && Output == peer::Softmax) {
            training<ByColumn, Dynamic>("columns, batch of any size");
            training<ByRow, Dynamic>("rows, batch of any size");
            if constexpr (Small) {
                training<ByColumn, 32>("columns");
                training<ByRow, 32>("rows");
            }
        } else {
            return "none not written";
        }
        return best.answer(request, p.samples);
    }
};

template <int... Layers>
std::string answer(const peer::Request& request) {
    return Measure<Layers...>{request, peer::read(request.problem), {}, {}}.answer();
}

}  // namespace

int main(int count, char** arguments) {
    using namespace peer;
    lanes = count > 1 && arguments[1] == std::string("lanes");
    std::ostringstream about;
    about << "Eigen " << EIGEN_WORLD_VERSION << "." << EIGEN_MAJOR_VERSION << "." << EIGEN_MINOR_VERSION << ", g++ " << __VERSION__
          << ", " FLAGS;
    return converse(about.str(), [](const Request& r) -> std::string {
        if (r.shape == "4-16-3") return answer<ReLU, Softmax, 4, 16, 3>(r);
        if (r.shape == "8-32-32-4") return answer<Tanh, Identity, 8, 32, 32, 4>(r);
        if (r.shape == "8-64-64-2") return answer<Tanh, Identity, 8, 64, 64, 2>(r);
        if (r.shape == "64-32-10") return answer<ReLU, Softmax, 64, 32, 10>(r);
        if (r.shape == "784-128-10") return answer<ReLU, Softmax, 784, 128, 10>(r);
        if (r.shape == "784-512-512-10") return answer<ReLU, Softmax, 784, 512, 512, 10>(r);
        return "none not a shape of this program";
    });
}
