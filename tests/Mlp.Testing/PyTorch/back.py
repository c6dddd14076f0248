#!/usr/bin/env python3
"""The way back: files that this library saved, loaded by PyTorch, give the outputs that this library gave.

From the root of the repository:

    MLP_SAVED_WEIGHTS=/tmp/saved dotnet test -c Release tests/Mlp.Behaviour.Tests --filter ForeignWeightTests
    python3 tests/Mlp.Testing/PyTorch/back.py /tmp/saved

The first command loads each network of networks.json, trains it a little further, and leaves it there, beside a file of
its outputs. Needs what networks.py needs. Prints the largest deviation, relative as in WeightFileCase.cs; fails over 1e-5.
"""

import json
import pathlib
import sys

import numpy as np
import torch

import networks
from networks import load_file

TOLERANCE = 1e-5


def load(model, path):
    model.load_state_dict(load_file(path))


def deviation(actual, expected):
    scale = np.abs(expected)
    if (expected < 0).any():
        scale = np.maximum(scale, np.abs(expected).max(axis=0))
    return (np.abs(actual - expected) / scale).max()


def check(case, folder):
    path = folder / case["file"]
    model = networks.sequential(case["sizes"], case["hidden"], case["output"])
    # Strict: the names must be those of the model, all of them and no others. But PyTorch converts types without a word.
    load(model, path)
    assert all(tensor.dtype == torch.float32 for tensor in load_file(path).values()), path
    inputs = torch.tensor(case["inputs"], dtype=torch.float32).reshape(-1, case["sizes"][0])
    expected = np.array(json.loads(path.with_suffix(".json").read_text())).reshape(-1, case["sizes"][-1])
    with torch.no_grad():
        largest = deviation(model(inputs).double().numpy(), expected)
    print(f"{case['file']}: {largest:.1e}")
    return largest


def main():
    folder = pathlib.Path(sys.argv[1])
    cases = json.loads((networks.HERE / "networks.json").read_text(encoding="utf-8"))["cases"]
    largest = max(check(case, folder) for case in cases)
    print(f"{len(cases)} networks; largest: {largest:.1e}; read with {load_file.__module__}")
    assert largest <= TOLERANCE


if __name__ == "__main__":
    main()
