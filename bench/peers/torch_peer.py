"""PyTorch on one thread, in the conversation of native/peer.h: as its documentation has it, or with "tuned" by hand."""

import array
import ctypes
import math
import re
import sys
import time

STEPS = 20
TUNED = sys.argv[1:] == ["tuned"]

try:
    import torch
    import torch.nn.functional as F
    from torch import nn
except ImportError:
    sys.exit("no PyTorch")

torch.set_num_threads(1)
torch.set_num_interop_threads(1)


class Layer:
    """A layer as its line in the problem file has it: kind, activation, and lists of numbers by their names."""

    def __init__(self, kind, activation, *words):
        self.kind, self.activation, self.numbers = kind, activation, {}
        for word in words:
            if word.isalpha():
                numbers = self.numbers[word] = []
            else:
                numbers.append(int(word))

    def __getitem__(self, name):
        return self.numbers[name]

    def modules(self, arriving):
        """Its modules, behind a shape, without a softmax."""
        flatten = [nn.Flatten()] if self.kind == "Dense" and len(arriving) > 1 else []
        return flatten + KINDS[self.kind](self) + [module() for module in ACTIVATIONS[self.activation]]


def dense(layer):
    return [nn.Linear(layer["in"][0], layer["out"][0])]


def conv(layer):
    """A convolution; zeros that are not as many on both sides are a module of their own."""
    axes = len(layer["kernel"])
    module = (nn.Conv1d, nn.Conv2d)[axes - 1]
    pad, padding = [], layer["before"]
    if layer["after"] != padding:
        sides = [layer[side][axis] for axis in reversed(range(axes)) for side in ("before", "after")]
        pad, padding = [(nn.ConstantPad1d, nn.ConstantPad2d)[axes - 1](sides, 0)], 0
    return pad + [
        module(layer["in"][0], layer["out"][0], layer["kernel"], layer["strides"], padding, layer["dilations"], layer["groups"][0])
    ]


def max_pool(layer):
    if layer["after"] != layer["before"]:
        raise NotImplementedError("no pool that is padded on one side alone")
    module = (nn.MaxPool1d, nn.MaxPool2d)[len(layer["kernel"]) - 1]
    return [module(layer["kernel"], layer["strides"], layer["before"], layer["dilations"])]


KINDS = {"Dense": dense, "Conv": conv, "MaxPool": max_pool}
ACTIVATIONS = {"Identity": [], "Softmax": [], "ReLU": [nn.ReLU], "Tanh": [nn.Tanh]}


class Problem:
    """The network, its parameters and the samples."""

    def __init__(self, path):
        self.layers = []
        with open(path, "rb") as file:
            while words := file.readline().decode().split():
                self.take(*words)
            values = array.array("f")
            values.frombytes(file.read())
        inputs = self.samples * math.prod(self.layers[0]["in"])
        targets = self.samples * math.prod(self.layers[-1]["out"])
        rest = len(values) - inputs - targets
        # Each in memory of its own, which begins where vectors like it.
        parts = [part.clone() for part in torch.tensor(values).split([rest, inputs, targets])]
        self.parameters = parts[0]
        self.inputs = parts[1].reshape(self.samples, *self.layers[0]["in"])
        self.targets = parts[2].reshape(self.samples, *self.layers[-1]["out"])
        self.softmax = self.layers[-1].activation == "Softmax"
        self.labels = self.targets.flatten(1).argmax(dim=1)

    def take(self, word, *rest):
        if word == "layer":
            self.layers.append(Layer(*rest))
        elif word == "loss":
            self.entropy = rest[0] == "CrossEntropy"
        elif word == "optimizer":
            self.optimizer, self.rate = rest[0], float(rest[1])
        elif word == "samples":
            self.samples = int(rest[0])

    def model(self):
        """A Sequential without the softmax, which the loss takes in."""
        modules, arriving = [], self.layers[0]["in"]
        for layer in self.layers:
            modules += layer.modules(arriving)
            arriving = layer["out"]
        model = nn.Sequential(*modules)
        start = 0
        with torch.no_grad():
            for parameter in model.parameters():
                parameter.copy_(self.parameters[start : start + parameter.numel()].view_as(parameter))
                start += parameter.numel()
        return model

    def predictor(self):
        model = self.model()
        return nn.Sequential(*model, nn.Softmax(dim=1)) if self.softmax else model

    def loss(self, z):
        if self.entropy:
            return F.cross_entropy(z, self.labels)
        return F.mse_loss(z, self.targets, reduction="sum") * (0.5 / self.samples)


def fastest(milliseconds, step):
    """Nanoseconds of one pass: the fastest of some ten stretches of the given time."""

    def run(passes):
        start = time.perf_counter_ns()
        for _ in range(passes):
            step()
        return time.perf_counter_ns() - start

    stretch = milliseconds * 1e6 / 10
    passes, elapsed = 1, run(1)
    spent = elapsed
    while elapsed < stretch / 2:
        passes *= 2
        elapsed = run(passes)
        spent += elapsed
    best = elapsed / passes
    while True:
        elapsed = run(passes)
        spent += elapsed
        best = min(best, elapsed / passes)
        if spent >= milliseconds * 1e6:
            return best


def write(path, values):
    with open(path, "wb") as file:
        array.array("f", values.flatten().tolist()).tofile(file)


def predictions(problem, single):
    """The way to predict: its name, a function of one pass."""
    rows = list(problem.inputs.split(1)) if single else [problem.inputs]
    model, name = problem.predictor().eval(), "eager"
    if TUNED:
        name = "frozen TorchScript"
        with torch.inference_mode():
            model = torch.jit.freeze(torch.jit.trace(model, rows[0]))
            for _ in range(3):
                model(rows[0])
    return name, lambda: [model(row) for row in rows]


def with_optimizer(problem):
    model = problem.model()
    optimizer = getattr(torch.optim, problem.optimizer)(model.parameters(), lr=problem.rate)

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = problem.loss(model(problem.inputs))
        loss.backward()
        optimizer.step()
        return loss

    return step


def in_place(problem):
    model = problem.model()
    parameters = list(model.parameters())

    def step():
        loss = problem.loss(model(problem.inputs))
        gradients = torch.autograd.grad(loss, parameters)
        with torch.no_grad():
            torch._foreach_add_(parameters, gradients, alpha=-problem.rate)
        return loss

    return step


def with_lists(problem):
    model = problem.model()
    parameters = list(model.parameters())
    optimizer = getattr(torch.optim, problem.optimizer)(parameters, lr=problem.rate, foreach=True)

    def step():
        loss = problem.loss(model(problem.inputs))
        for parameter, gradient in zip(parameters, torch.autograd.grad(loss, parameters)):
            parameter.grad = gradient
        optimizer.step()
        return loss

    return step


def training(problem):
    """The way to train: its name, a function that makes a step."""
    if not TUNED:
        return f"torch.optim.{problem.optimizer}", with_optimizer(problem)
    if problem.optimizer == "SGD":
        return "autograd.grad, update in place", in_place(problem)
    return f"autograd.grad, {problem.optimizer} with foreach", with_lists(problem)


def gradients(problem):
    model = problem.model()
    parameters = list(model.parameters())

    def backward():
        model.zero_grad(set_to_none=True)
        problem.loss(model(problem.inputs)).backward()
        return [parameter.grad for parameter in parameters]

    def grad():
        return torch.autograd.grad(problem.loss(model(problem.inputs)), parameters)

    return ("autograd.grad", grad) if TUNED else ("backward", backward)


def way(call, problem):
    """The way to do a call: its name, one pass, and the result to compare."""
    if call in ("OneSample", "Batch"):
        name, predict = predictions(problem, call == "OneSample")
        return name, predict, torch.cat(predict())
    if call == "Training":
        name, step = training(problem)
        return name, step, torch.stack([step().detach() for _ in range(STEPS)])
    name, gradient = gradients(problem)
    return name, gradient, torch.cat([part.flatten() for part in gradient()])


def answer(call, problem, result, milliseconds):
    with torch.inference_mode(call in ("OneSample", "Batch")):
        name, run, numbers = way(call, problem)
        write(result, numbers)
        return f"time {fastest(milliseconds, run) / problem.samples} {name}"


def blas():
    """The library that multiplies, whichever Debian's alternatives have put in place, and the kernels it has chosen."""
    with open("/proc/self/maps") as maps:
        paths = [line.split()[-1] for line in maps if "libopenblas" in line]
    if not paths:
        return "a BLAS that is not OpenBLAS"
    kernels = ctypes.CDLL(paths[0]).openblas_get_corename
    kernels.restype = ctypes.c_char_p
    return f"OpenBLAS for {kernels().decode()}"


def vectors():
    """The vectors that ATen, the rest of PyTorch, has chosen."""
    words = re.search(r"CPU capability usage: (\S+)", torch.__config__.show())
    return words.group(1) if words else "vectors it does not tell"


for line in sys.stdin:
    if line.strip() == "about":
        print(f"about PyTorch {torch.__version__} on {blas()}, ATen with {vectors()}, Python {sys.version.split()[0]}", flush=True)
        continue
    call, _, path, result, milliseconds = line.rstrip("\n").split("\t")
    try:
        print(answer(call, Problem(path), result, float(milliseconds)), flush=True)
    except NotImplementedError as reason:
        print(f"none {reason}", flush=True)
