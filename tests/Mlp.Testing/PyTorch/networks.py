#!/usr/bin/env python3
"""Makes networks.json and the weight files beside it: small networks that PyTorch trained, and their outputs.

    python3 networks.py

needs PyTorch 1.13 or later (Debian 12: python3-torch, run with /usr/bin/python3). The safetensors package need not be
there: ../WeightFiles/safetensors_file.py writes the same bytes. The same version gives the same files, but for last digits
that depend on the linear algebra library.

Each case has the name of its file, the network as the other side declares it, inputs row by row, and the outputs that
belong to the weights in the file, computed in double precision and rounded to nine digits. Weights of F16 and BF16 are
those of F32, converted by PyTorch.
"""

import copy
import pathlib
import sys

import numpy as np
import torch
from torch import nn

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "WeightFiles"))
import reference_file
import safetensors_file

try:
    from safetensors.torch import load_file, save_file
except ImportError:

    def save_file(tensors, path, metadata=None):
        arrays = {
            name: tensor.view(torch.int16).numpy().view(np.uint16) if tensor.dtype == torch.bfloat16 else tensor.numpy()
            for name, tensor in tensors.items()
        }
        safetensors_file.save_file(arrays, path, metadata)

    def load_file(path):
        return {name: torch.from_numpy(array) for name, array in safetensors_file.load_file(path).items()}


class ArcTan(nn.Module):
    def forward(self, z):
        return torch.atan(z)


class Exp(nn.Module):
    def forward(self, z):
        return torch.exp(z)


# The activations by the names of the C# side; Identity is no module.
ACTIVATIONS = {
    "Identity": lambda: [],
    "ReLU": lambda: [nn.ReLU()],
    "LeakyReLU": lambda: [nn.LeakyReLU()],
    "ELU": lambda: [nn.ELU()],
    "SiLU": lambda: [nn.SiLU()],
    "GELU": lambda: [nn.GELU()],
    "Softplus": lambda: [nn.Softplus()],
    "Sigmoid": lambda: [nn.Sigmoid()],
    "Tanh": lambda: [nn.Tanh()],
    "ArcTan": lambda: [ArcTan()],
    "SELU": lambda: [nn.SELU()],
    "ReLU6": lambda: [nn.ReLU6()],
    "HardSigmoid": lambda: [nn.Hardsigmoid()],
    "HardSwish": lambda: [nn.Hardswish()],
    "Mish": lambda: [nn.Mish()],
    "Softsign": lambda: [nn.Softsign()],
    "Softmax": lambda: [nn.Softmax(dim=-1)],
    "Exp": lambda: [Exp()],
}

# Those with a number: LeakyReLU(0.1).
FAMILIES = {"LeakyReLU": nn.LeakyReLU, "ELU": nn.ELU}

DTYPES = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}

# Sizes, hidden activation or one for each hidden layer, output, dtypes: sizes of 1, odd ones, and those about the lanes of a vector; equal neighbours,
# whose orientation no shape betrays; ten modules and more, where "10.weight" stands before "2.weight".
NETWORKS = [
    ([1, 1], None, "Identity", ["F32"]),
    ([15, 15], None, "Identity", ["F32"]),
    ([4, 1], None, "Sigmoid", ["F32"]),
    ([9, 3], None, "Softmax", ["F32"]),
    ([4, 16, 3], "ReLU", "Softmax", ["F32", "F16", "BF16"]),
    ([64, 32, 10], "ReLU", "Softmax", ["F32"]),
    ([2, 4, 1], "Tanh", "Sigmoid", ["F32", "F16"]),
    ([8] * 9, "Tanh", "Identity", ["F32", "BF16"]),
    ([8, 12, 5], "Sigmoid", "Softmax", ["F32"]),
    ([3, 17, 2], "GELU", "Identity", ["F32", "F16"]),
    ([33, 20, 20, 4], "SiLU", "Sigmoid", ["F32", "BF16"]),
    ([2, 3, 1], "LeakyReLU", "Exp", ["F32"]),
    ([8, 12, 5], "ELU", "Softmax", ["F32"]),
    ([3, 17, 2], "Softplus", "Identity", ["F32"]),
    ([3, 17, 2], "ArcTan", "Identity", ["F32"]),
    ([3, 17, 2], "Identity", "Identity", ["F32"]),
    ([8, 12, 5], "SELU", "Softmax", ["F32"]),
    ([3, 17, 2], "ReLU6", "Identity", ["F32"]),
    ([8, 12, 5], "HardSigmoid", "Softmax", ["F32"]),
    ([3, 17, 2], "HardSwish", "Identity", ["F32"]),
    ([2, 3, 1], "Mish", "Exp", ["F32"]),
    ([3, 17, 2], "Softsign", "Identity", ["F32"]),
    ([8, 12, 5], "LeakyReLU(0.1)", "Softmax", ["F32"]),
    ([33, 20, 20, 4], "Tanh, LeakyReLU(0.25)", "Sigmoid", ["F32", "F16"]),
    ([5, 9, 6, 3], "ELU(2), GELU", "Softmax", ["F32"]),
    ([6, 16, 16, 16, 2], "ReLU, HardSwish, Softsign", "Identity", ["F32"]),
    ([7, 4, 4, 4, 4, 1], "Identity, SELU, LeakyReLU(0.1), LeakyReLU(0.2)", "Sigmoid", ["F32"]),
]


def activation(name):
    family, _, number = name.rstrip(")").partition("(")
    return [FAMILIES[family](float(number))] if number else ACTIVATIONS[family]()


def sequential(sizes, hidden, output):
    names = (hidden or "").split(", ")
    names = names if len(names) > 1 else names * (len(sizes) - 2)
    modules = []
    for fan_in, fan_out, name in zip(sizes, sizes[1:], [*names, output]):
        modules += [nn.Linear(fan_in, fan_out), *activation(name)]
    return nn.Sequential(*modules)


def train(model, sizes, output, random):
    """Towards what a random network with a bend says of random inputs."""
    x = reference_file.inputs(random, 256, sizes[0])
    z = np.sin(x @ random.standard_normal((sizes[0], sizes[-1])) + random.standard_normal(sizes[-1]))
    x = torch.tensor(x, dtype=torch.float32)
    y = torch.tensor(random.poisson(np.exp(z)) if output == "Exp" else z, dtype=torch.float32)
    losses = {
        "Identity": lambda answer: nn.functional.mse_loss(answer, y),
        "Sigmoid": lambda answer: nn.functional.binary_cross_entropy(answer, (y > 0).float()),
        "Softmax": lambda answer: nn.functional.nll_loss(torch.log(answer), y.argmax(dim=1)),
        "Exp": lambda answer: nn.functional.poisson_nll_loss(answer, y, log_input=False),
    }
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(40):
        optimizer.zero_grad()
        losses[output](model(x)).backward()
        optimizer.step()


def save(model, path):
    save_file(model.state_dict(), path)


def cases(seed, sizes, hidden, output, dtypes):
    torch.manual_seed(seed)
    random = np.random.RandomState(seed)
    trained = sequential(sizes, hidden, output)
    train(trained, sizes, output, random)
    inputs = reference_file.inputs(random, reference_file.SAMPLES, sizes[0])
    for dtype in dtypes:
        model = copy.deepcopy(trained).to(DTYPES[dtype])
        file = reference_file.name(sizes, hidden, output, dtype)
        save(model, HERE / file)
        if dtype == "F16":
            # As many programs write it.
            save_file(model.state_dict(), HERE / file, {"format": "pt"})
        with torch.no_grad():
            outputs = model.double()(torch.tensor(inputs))
        yield reference_file.case(file, sizes, hidden, output, dtype, inputs, outputs)


def main():
    torch.set_num_threads(1)
    made = [case for seed, network in enumerate(NETWORKS) for case in cases(seed, *network)]
    reference_file.write(HERE / "networks.json", f"PyTorch {torch.__version__}", made)


if __name__ == "__main__":
    main()
