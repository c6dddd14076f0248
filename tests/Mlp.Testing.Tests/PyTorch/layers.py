#!/usr/bin/env python3
"""Makes layers.json beside it: convolutions, pools and two small networks as PyTorch computes them, in double precision.

    python3 layers.py

needs PyTorch 1.13 or later (Debian: python3-torch). Each case is a network in the words of LayerText.cs and as modules of
PyTorch, whose paddings are written out in numbers here: nothing is computed by a rule of that file. PyTorch has channels
first; inputs and outputs go in and out with channels last, and so does what a dense layer behind a shape sees. The loss
is the mean over samples of half the squared error, or cross-entropy of softmax.
"""

import json
import pathlib
import random

import torch
from torch import nn

RATE = 0.25
STEPS = 20


class Turned(nn.Module):
    """Channels last, then flat: what a dense layer behind a shape sees."""

    def forward(self, x):
        return torch.movedim(x, 1, -1).flatten(1)


def padded(*numbers):
    # Of the last axis first: before, after.
    return nn.ConstantPad1d(numbers, 0.0) if len(numbers) == 2 else nn.ConstantPad2d(numbers, 0.0)


def walled(*numbers):
    wall = float("-inf")
    return nn.ConstantPad1d(numbers, wall) if len(numbers) == 2 else nn.ConstantPad2d(numbers, wall)


# Integers in front of a max pool make ties, whose error goes to the first.
LAYERS = [
    ("9x2 | Conv 3 3", [nn.Conv1d(2, 3, 3)]),
    ("9x2 | Conv 3 4 stride 2 dilation 2", [nn.Conv1d(2, 3, 4, stride=2, dilation=2)]),
    ("8x4 | Conv 6 4 groups 2 Same", [nn.Conv1d(4, 6, 4, padding="same", groups=2)]),
    ("8x2 | Conv 3 3 stride 3 Same", [padded(0, 1), nn.Conv1d(2, 3, 3, stride=3)]),
    ("6x2 | Conv 3 3 Causal dilation 2", [padded(4, 0), nn.Conv1d(2, 3, 3, dilation=2)]),
    ("7x3 | Conv 3 2 Causal stride 2", [padded(1, 0), nn.Conv1d(3, 3, 2, stride=2)]),
    ("6x5x2 | Conv 3 3x2", [nn.Conv2d(2, 3, (3, 2))]),
    ("7x6x2 | Conv 3 2 stride 2 dilation 3", [nn.Conv2d(2, 3, 2, stride=2, dilation=3)]),
    ("5x6x2 | Conv 3 4x3 Same dilation 2", [nn.Conv2d(2, 3, (4, 3), padding="same", dilation=2)]),
    ("6x7x2 | Conv 3 3 stride 2 Same", [padded(1, 1, 0, 1), nn.Conv2d(2, 3, 3, stride=2)]),
    ("4x5x4 | Conv 8 3x2 groups 4 Same", [nn.Conv2d(4, 8, (3, 2), padding="same", groups=4)]),
    ("5x6x2 | Conv 3 2 | MaxPool 2", [nn.Conv2d(2, 3, 2), nn.MaxPool2d(2)]),
    ("7x7x1 | Conv 2 2 | MaxPool 3x2 stride 1", [nn.Conv2d(1, 2, 2), nn.MaxPool2d((3, 2), stride=1)]),
    ("6x7x1 | Conv 2 2 | MaxPool 3 stride 2 Same", [nn.Conv2d(1, 2, 2), walled(0, 1, 1, 1), nn.MaxPool2d(3, stride=2)]),
    ("9x2 | Conv 3 2 | MaxPool 3 stride 2", [nn.Conv1d(2, 3, 2), nn.MaxPool1d(3, stride=2)]),
    ("5x6x2 | Conv 3 2 | AveragePool 2", [nn.Conv2d(2, 3, 2), nn.AvgPool2d(2)]),
    ("8x8x1 | Conv 2 2 | AveragePool 3 stride 2 Same", [nn.Conv2d(1, 2, 2), nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False)]),
    ("9x2 | Conv 3 2 | AveragePool 3 stride 1 Same", [nn.Conv1d(2, 3, 2), nn.AvgPool1d(3, stride=1, padding=1, count_include_pad=False)]),
    ("6x5x2 | Conv 3 2 Tanh | Conv 4 3 ReLU | Dense 3", [nn.Conv2d(2, 3, 2), nn.Tanh(), nn.Conv2d(3, 4, 3), nn.ReLU(), Turned(), nn.Linear(24, 3)]),
    ("6x5x2 | Conv 3 2 SiLU | GlobalAveragePool | Dense 3", [nn.Conv2d(2, 3, 2), nn.SiLU(), nn.AdaptiveAvgPool2d(1), Turned(), nn.Linear(3, 3)]),
    ("4x3 | Clip -0.5 0.75 | Conv 2 2 | Activation ReLU | Dense 2", [nn.Hardtanh(-0.5, 0.75), nn.Conv1d(3, 2, 2), nn.ReLU(), Turned(), nn.Linear(6, 2)]),
    ("5x4x3 | PReLU | Conv 4 2 | PReLU | Dense 3 | PReLU | Dense 2",
     [nn.PReLU(3), nn.Conv2d(3, 4, 2), nn.PReLU(4), Turned(), nn.Linear(48, 3), nn.PReLU(3), nn.Linear(3, 2)]),
]

TRAININGS = [
    ("8x8x1 | Conv 4 3 ReLU | MaxPool 2 | Conv 6 3 Same Tanh | GlobalAveragePool | Dense 10",
     [nn.Conv2d(1, 4, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 6, 3, padding="same"), nn.Tanh(), nn.AdaptiveAvgPool2d(1), Turned(), nn.Linear(6, 10)]),
    ("8x8x1 | Conv 4 3 ReLU | MaxPool 2 | Conv 6 3 Same Tanh | Dense 10",
     [nn.Conv2d(1, 4, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 6, 3, padding="same"), nn.Tanh(), Turned(), nn.Linear(54, 10)]),
    ("8x8x1 | Conv 4 3 | PReLU | MaxPool 2 | Dense 12 | PReLU | Dense 10",
     [nn.Conv2d(1, 4, 3), nn.PReLU(4), nn.MaxPool2d(2), Turned(), nn.Linear(36, 12), nn.PReLU(12), nn.Linear(12, 10)]),
]


def drawn(source, count, parts, reach=1.0):
    """Numbers that single precision has exactly."""
    return [source.randint(-parts, parts) * reach / parts for _ in range(count)]


def shaped(text):
    return [int(length) for length in text.split(" | ")[0].split("x")]


def first(samples, shape):
    """Channels last, as given, to channels first."""
    return torch.movedim(torch.tensor(samples, dtype=torch.float64).reshape(-1, *shape), -1, 1)


def last(values):
    """And back; a row of a dense layer has no shape."""
    return torch.movedim(values, 1, -1) if values.dim() > 2 else values


def flat(tensors):
    return [float(f"{value:.9g}") for tensor in tensors for value in tensor.detach().flatten().tolist()]


def prepared(modules, source, parts, reach=1.0):
    model = nn.Sequential(*modules).double()
    for parameter in model.parameters():
        values = torch.tensor(drawn(source, parameter.numel(), parts, reach), dtype=torch.float64)
        parameter.data, parameter.grad = values.reshape(parameter.shape), None
    return model


def computed(index, text, modules, parts):
    source = random.Random(index)
    model = prepared(modules, source, parts)
    start = flat(model.parameters())
    size = torch.Size(shaped(text)).numel()
    inputs = drawn(source, 2 * size, parts)
    arriving = first(inputs, shaped(text)).requires_grad_()
    outputs = last(model(arriving))
    targets = drawn(source, outputs.numel(), 16)
    loss = 0.5 * (outputs.flatten() - torch.tensor(targets, dtype=torch.float64)).square().sum() / 2
    loss.backward()
    return {
        "network": text,
        "parameters": start,
        "inputs": inputs,
        "targets": targets,
        "outputs": flat([outputs]),
        "loss": flat([loss])[0],
        "gradient": flat(parameter.grad for parameter in model.parameters()),
        "inputGradient": flat([last(arriving.grad)]),
    }


def trained(index, text, modules):
    source = random.Random(1000 + index)
    model = prepared(modules, source, 64, 0.5)
    start = flat(model.parameters())
    inputs, labels = drawn(source, 12 * 64, 8), [source.randrange(10) for _ in range(12)]
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)
    losses = []
    for step in range(STEPS):
        # Batches of five, of which the last sample of one is the first of the next.
        rows = [(4 * step + row) % 12 for row in range(5)]
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(first(inputs, [8, 8, 1])[rows]), torch.tensor(labels)[rows])
        loss.backward()
        optimizer.step()
        losses.append(float(f"{loss.item():.9g}"))
    return {"network": text, "parameters": start, "inputs": inputs, "labels": labels, "losses": losses, "trained": flat(model.parameters())}


def main():
    document = {
        "made_with": f"PyTorch {torch.__version__}",
        "rate": RATE,
        "layers": [computed(index, text, modules, parts) for index, (text, modules) in enumerate(LAYERS) for parts in ((64, 1) if "MaxPool" in text else (64,))],
        "trainings": [trained(index, text, modules) for index, (text, modules) in enumerate(TRAININGS)],
    }
    # A line for each list of a name and for each case.
    text = json.dumps(document).replace('], "', '],\n"').replace('{"network"', '\n{"network"')
    pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
