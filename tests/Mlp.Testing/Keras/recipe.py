#!/usr/bin/env python3
"""Checks the recipe of docs/weights.md for Keras without Keras: on a stand-in that has its layers, kernels and biases.

    python3 recipe.py

needs NumPy. For each network that networks.js trained, a model with the kernels and biases of its file is made, each Dense
layer computing activation(inputs @ kernel + bias) as Keras documents it. The outputs must be those of TensorFlow.js, and
the file that the recipe writes must be the one that networks.js wrote, byte for byte.
"""

import json
import pathlib
import sys
import tempfile
import types

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "WeightFiles"))

from safetensors_file import load_file

try:
    from safetensors.numpy import save_file
except ImportError:
    from safetensors_file import save_file


class Layer:
    """Any layer, for example one that drops values out in training."""

    def __call__(self, x):
        return x

    def get_weights(self):
        return []


class Dense(Layer):
    def __init__(self, kernel, bias, activation):
        self.kernel, self.bias, self.activation = kernel, bias, activation

    def __call__(self, x):
        return self.activation(x @ self.kernel + self.bias)

    def get_weights(self):
        return [self.kernel, self.bias]


keras = types.SimpleNamespace(layers=types.SimpleNamespace(Dense=Dense))

ACTIVATIONS = {
    "Identity": lambda z: z,
    "ReLU": lambda z: np.maximum(z, 0),
    "ELU": lambda z: np.where(z > 0, z, np.expm1(np.minimum(z, 0))),
    "Softplus": lambda z: np.logaddexp(z, 0),
    "Sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "Tanh": np.tanh,
    "Softmax": lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True),
}


def save(model, path):
    dense = [layer for layer in model.layers if isinstance(layer, keras.layers.Dense)]
    names = ["dense" if i == 0 else f"dense_{i}" for i in range(len(dense))]
    # fmt: off
    save_file({f"{name}/{part}": np.ascontiguousarray(value)
               for name, layer in zip(names, dense)
               for part, value in zip(("kernel", "bias"), layer.get_weights())}, path)
    # fmt: on


def check(case):
    tensors = load_file(HERE / case["file"])
    layers = []
    for i in range(len(case["sizes"]) - 1):
        name = "dense" if i == 0 else f"dense_{i}"
        activation = case["output"] if i == len(case["sizes"]) - 2 else case["hidden"]
        layers += [Dense(tensors[f"{name}/kernel"], tensors[f"{name}/bias"], ACTIVATIONS[activation]), Layer()]

    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "saved.safetensors"
        save(types.SimpleNamespace(layers=layers), path)
        assert path.read_bytes() == (HERE / case["file"]).read_bytes(), case["file"]

    x = np.array(case["inputs"]).reshape(-1, case["sizes"][0])
    for layer in layers:
        x = layer(x)
    expected = np.array(case["outputs"]).reshape(x.shape)
    largest = (np.abs(x - expected) / np.abs(expected).max(axis=0)).max()
    print(f"{case['file']}: {largest:.1e}")
    assert largest < 1e-5


def main():
    for case in json.loads((HERE / "networks.json").read_text(encoding="utf-8"))["cases"]:
        check(case)


if __name__ == "__main__":
    main()
