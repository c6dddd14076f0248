#!/usr/bin/env python3
"""Makes networks.json and the weight files beside it: networks with convolutions and pools that PyTorch trained, and their outputs.

    python3 networks.py

needs what ../PyTorch/networks.py needs. Weight files are state_dicts, as PyTorch has them: channels first. Inputs are written channels last, as this
library has them, and are turned round for PyTorch. Outputs are computed in double precision.
"""

import copy
import json
import pathlib
import sys

import numpy as np
import torch
from torch import nn

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "PyTorch"))
from networks import save_file

SAMPLES = 9


def image():
    return nn.Sequential(
        nn.Conv2d(2, 4, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 6, 3, padding="same"), nn.Tanh(), nn.Flatten(), nn.Linear(4 * 5 * 6, 7), nn.SiLU(), nn.Linear(7, 3), nn.Softmax(dim=-1)
    )


def sequence():
    return nn.Sequential(
        nn.Conv1d(2, 8, 3, dilation=2, groups=2),
        nn.GELU(),
        nn.AvgPool1d(2),
        nn.Conv1d(8, 8, 4, stride=3, groups=8),
        nn.ELU(),
        nn.AdaptiveAvgPool1d(1),
        nn.Flatten(),
        nn.Linear(8, 2),
    )


# The name, the network, and the shape of a sample, channels last.
NETWORKS = [("image", image, (10, 12, 2)), ("sequence", sequence, (31, 2))]


def channels_first(inputs):
    return torch.tensor(np.moveaxis(inputs, -1, 1).copy())


def train(model, shape, outputs, random):
    """A few steps, so that biases are not what they began with."""
    model.double()
    optimizer = torch.optim.SGD(model.parameters(), 0.05)
    inputs = channels_first(random.standard_normal((20, *shape)))
    targets = torch.tensor(random.standard_normal((20, outputs)))
    for _ in range(20):
        optimizer.zero_grad()
        ((model(inputs) - targets) ** 2).mean().backward()
        optimizer.step()


def case(seed, name, make, shape):
    torch.manual_seed(seed)
    random = np.random.RandomState(seed)
    model = make()
    inputs = np.round(random.standard_normal((SAMPLES, *shape)) * 128) / 128 + 0.0
    with torch.no_grad():
        outputs = model(channels_first(inputs).float()).shape[1]
    train(model, shape, outputs, random)
    model.float()
    save_file({key: tensor.contiguous() for key, tensor in copy.deepcopy(model).state_dict().items()}, HERE / f"{name}.safetensors")
    with torch.no_grad():
        expected = model.double()(channels_first(inputs))
    return {"file": f"{name}.safetensors", "inputs": inputs.ravel().tolist(), "outputs": [float(f"{value:.9g}") for value in expected.numpy().ravel()]}


def main():
    torch.set_num_threads(1)
    cases = [case(seed, *network) for seed, network in enumerate(NETWORKS)]
    text = json.dumps({"made_with": f"PyTorch {torch.__version__}", "cases": cases})
    for key in ('{"file"', '"inputs"', '"outputs"'):
        text = text.replace(" " + key, "\n" + key)
    (HERE / "networks.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
