"""PyTorch on one thread, in the conversation of native/peer.h: as its documentation has it, or with "tuned" by hand."""

import array
import ctypes
import re
import struct
import sys
import time

STEPS = 20
TUNED = sys.argv[1:] == ["tuned"]

try:
    import torch
    import torch.nn.functional as F
except ImportError:
    sys.exit("no PyTorch")

torch.set_num_threads(1)
torch.set_num_interop_threads(1)


class Problem:
    """The network, its parameters and the samples."""

    def __init__(self, path):
        with open(path, "rb") as file:
            (layers,) = struct.unpack("<i", file.read(4))
            self.sizes = struct.unpack(f"<{layers}i", file.read(4 * layers))
            hidden, output, self.samples, self.rate = struct.unpack("<iiif", file.read(16))
            self.tanh = hidden == 2
            self.softmax = output == 3

            def floats(*shape):
                values = array.array("f")
                count = 1
                for size in shape:
                    count *= size
                values.fromfile(file, count)
                return torch.tensor(values).reshape(shape)

            self.layers = []
            for inputs, outputs in zip(self.sizes, self.sizes[1:]):
                self.layers.append((floats(outputs, inputs), floats(outputs)))
            self.inputs = floats(self.samples, self.sizes[0])
            self.targets = floats(self.samples, self.sizes[-1])
            self.labels = self.targets.argmax(dim=1)

    def model(self):
        """A Sequential without the softmax, which the loss takes in."""
        modules = []
        for weights, biases in self.layers:
            linear = torch.nn.Linear(weights.shape[1], weights.shape[0])
            with torch.no_grad():
                linear.weight.copy_(weights)
                linear.bias.copy_(biases)
            modules += [linear, torch.nn.Tanh() if self.tanh else torch.nn.ReLU()]
        return torch.nn.Sequential(*modules[:-1])

    def predictor(self):
        model = self.model()
        return torch.nn.Sequential(*model, torch.nn.Softmax(dim=1)) if self.softmax else model

    def loss(self, z):
        if self.softmax:
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
    optimizer = torch.optim.SGD(model.parameters(), lr=problem.rate)

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
        name, make = ("autograd.grad, update in place", in_place) if TUNED else ("torch.optim.SGD", with_optimizer)
        step = make(problem)
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
    print(answer(call, Problem(path), result, float(milliseconds)), flush=True)
