"""Writes the ONNX files of this folder with PyTorch's own exporter, and beside each what PyTorch computes: `python3 export.py`.

Needs PyTorch; the files are from 1.13. NAME-OPSET.onnx has a model, NAME.json its inputs and outputs, sample after sample, in the order of the file:
channels first.
"""

import json
import os

import torch
from torch import nn
from torch.nn import functional

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = 3


class Viewed(nn.Module):
    """A reshape that asks the tensor for its batch, as old code does."""

    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(1, 2, 3)
        self.last = nn.Linear(2 * 4 * 4, 3)

    def forward(self, x):
        x = functional.relu(self.first(x))
        x = x.view(x.size(0), -1)
        return self.last(x)


def mlp():
    return nn.Sequential(nn.Linear(5, 7), nn.ReLU(), nn.Linear(7, 3))


def cnn():
    return nn.Sequential(
        nn.Conv2d(3, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 5, 3, stride=2, padding=1), nn.LeakyReLU(0.1), nn.Flatten(), nn.Linear(5 * 2 * 2, 4)
    )


# Name → model, shape of a sample, opsets, whether the batch is open.
MODELS = {
    "mlp": (mlp, [5], [9, 11, 13, 15, 17], True),
    "cnn": (cnn, [3, 8, 6], [9, 11, 13, 15, 17], True),
    "fixed-batch": (mlp, [5], [13], False),
    "silu": (lambda: nn.Sequential(nn.Linear(4, 6), nn.SiLU(), nn.Linear(6, 6), nn.Mish(), nn.Linear(6, 2), nn.Sigmoid()), [4], [15], True),
    "slopes": (lambda: nn.Sequential(nn.Linear(4, 6), nn.LeakyReLU(0.1), nn.Linear(6, 6), nn.ELU(0.5), nn.Linear(6, 6), nn.PReLU(6), nn.Linear(6, 2)), [4], [11], True),
    "gelu": (lambda: nn.Sequential(nn.Linear(4, 6), nn.GELU(), nn.Linear(6, 6), nn.Hardswish(), nn.Linear(6, 2)), [4], [14], True),
    "norm": (lambda: nn.Sequential(nn.BatchNorm1d(4), nn.Linear(4, 6), nn.BatchNorm1d(6), nn.Tanh(), nn.Dropout(0.5), nn.Linear(6, 3), nn.Softmax(dim=1)), [4], [9, 13], True),
    "dilated": (lambda: nn.Sequential(nn.Conv2d(2, 4, (3, 2), stride=(2, 1), padding=(2, 1), dilation=(2, 1), groups=2), nn.ReLU6(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2)), [2, 9, 5], [12], True),
    "sequence": (lambda: nn.Sequential(nn.Conv1d(2, 4, 5, padding=2), nn.SELU(), nn.AvgPool1d(2), nn.Conv1d(4, 3, 3), nn.Flatten(), nn.Linear(9, 2)), [2, 10], [16], True),
    "viewed": (Viewed, [1, 6, 6], [9, 17], True),
}


def spread(model):
    """Statistics and slopes that differ, so that what is in the wrong place shows."""
    for module in model.modules():
        if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
            module.running_mean.copy_(torch.randn_like(module.running_mean))
            module.running_var.copy_(torch.rand_like(module.running_var) + 0.5)
            module.weight.data.copy_(torch.rand_like(module.weight) + 0.5)
            module.bias.data.copy_(torch.randn_like(module.bias))
        if isinstance(module, nn.PReLU):
            module.weight.data.copy_(torch.rand_like(module.weight))


for name, (make, shape, opsets, is_open) in MODELS.items():
    torch.manual_seed(len(name))
    model = make().eval()
    spread(model)
    inputs = torch.randn(SAMPLES, *shape)
    with torch.no_grad():
        outputs = model(inputs)
    for opset in opsets:
        path = os.path.join(HERE, f"{name}-{opset}")
        axes = {"x": {0: "batch"}, "y": {0: "batch"}} if is_open else None
        torch.onnx.export(model, inputs if is_open else inputs[:1], path + ".onnx", input_names=["x"], output_names=["y"], dynamic_axes=axes, opset_version=opset)
    with open(os.path.join(HERE, name + ".json"), "w", encoding="utf-8") as file:
        json.dump({"inputs": [sample.flatten().tolist() for sample in inputs], "outputs": [sample.flatten().tolist() for sample in outputs]}, file)
        file.write("\n")
