// FANN: one sample, and training online (fann_train updates after each sample). It has neither ReLU nor softmax: a bounded
// line and a sigmoid, which cost about the same, stand in, and such results are not compared. Its tanh network is the same.
#include <floatfann.h>

#include <memory>

#include "peer.h"

namespace {

struct Destroy {
    void operator()(fann* net) const { fann_destroy(net); }
};

std::unique_ptr<fann, Destroy> create(const peer::Problem& p) {
    std::vector<unsigned> sizes(p.sizes.begin(), p.sizes.end());
    std::unique_ptr<fann, Destroy> net(fann_create_standard_array(sizes.size(), sizes.data()));
    const bool tanh = p.hidden == peer::Tanh;
    fann_set_activation_function_hidden(net.get(), tanh ? FANN_SIGMOID_SYMMETRIC : FANN_LINEAR_PIECE);
    fann_set_activation_function_output(net.get(), p.output == peer::Identity ? FANN_LINEAR : FANN_SIGMOID);
    fann_set_activation_steepness_hidden(net.get(), 1);
    fann_set_activation_steepness_output(net.get(), 1);
    fann_set_training_algorithm(net.get(), FANN_TRAIN_INCREMENTAL);
    fann_set_learning_rate(net.get(), p.rate);

    // FANN keeps each neuron's bias behind its weights.
    fann_type* to = net->weights;
    const float* from = p.parameters.data();
    for (std::size_t layer = 1; layer < p.sizes.size(); layer++) {
        const int in = p.sizes[layer - 1], out = p.sizes[layer];
        for (int o = 0; o < out; o++) {
            for (int i = 0; i < in; i++) *to++ = from[o * in + i];
            *to++ = from[out * in + o];
        }
        from += out * (in + 1);
    }
    return net;
}

std::string answer(const peer::Request& request) {
    auto p = peer::read(request.problem);
    auto net = create(p);
    std::ostringstream text;
    if (request.call == "OneSample") {
        peer::Floats outputs(std::size_t(p.samples) * p.outputSize());
        auto pass = [&] {
            for (int row = 0; row < p.samples; row++) {
                const fann_type* y = fann_run(net.get(), &p.inputs[row * p.inputSize()]);
                for (int i = 0; i < p.outputSize(); i++) outputs[row * p.outputSize() + i] = y[i];
            }
        };
        pass();
        peer::write(request.result, outputs.data(), outputs.size());
        const double time = peer::fastest(request.milliseconds, pass) / p.samples;
        if (p.hidden == peer::Tanh) text << "time " << time << " fann_run";
        else text << "unlike " << time << " no ReLU and no softmax: bounded line and sigmoid";
    } else if (request.call == "Training") {
        auto pass = [&] {
            for (int row = 0; row < p.samples; row++)
                fann_train(net.get(), &p.inputs[row * p.inputSize()], &p.targets[row * p.outputSize()]);
        };
        text << "unlike " << peer::fastest(request.milliseconds, pass) / p.samples << " online, squared error";
    } else {
        return "none it has no such call";
    }
    return text.str();
}

}  // namespace

int main() { return peer::converse("FANN 2.2, as Debian 12 builds it", answer); }
